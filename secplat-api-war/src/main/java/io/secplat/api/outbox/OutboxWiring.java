package io.secplat.api.outbox;

import io.secplat.api.outbox.microprofile.OutboxGauges;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.outbox.postgres.PostgresOutbox;
import io.secplat.api.outbox.postgres.PostgresRelayTurn;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.DatabaseUnavailableException;
import io.secplat.api.postgres.PatientTask;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.search.AssetMirror;
import io.secplat.stream.Courier;
import io.secplat.stream.CourierMarker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * The outbox: features append through {@link OutboxTable}; one relay carries the stream rows, another the mirror rows, one
 * loop purges, and one looks for the figures. Without REDIS_URL the stream rows wait.
 */
@ApplicationScoped
public class OutboxWiring {

    @Produces
    @Singleton
    OutboxSignal signal() {
        return new OutboxSignal();
    }

    @Produces
    @Singleton
    OutboxTable table(OutboxSignal signal) {
        return new OutboxTable(signal);
    }

    @Produces
    @Singleton
    Outbox outbox(Database database) {
        return new PostgresOutbox(database);
    }

    @Produces
    @Singleton
    RelayTurn turn(Database database) {
        return new PostgresRelayTurn(database);
    }

    @Produces
    @Singleton
    Worker streamRelay(
            Outbox outbox, RelayTurn turn, OutboxSignal signal, Journal journal, Courier courier, CourierWatch watch) {
        return new OutboxRelay(outbox, turn, streams(courier, watch), signal, journal);
    }

    @Produces
    @Singleton
    Worker mirrorRelay(Outbox outbox, RelayTurn turn, OutboxSignal signal, Journal journal, AssetMirror mirror) {
        return new OutboxRelay(outbox, turn, new MirrorTarget(mirror), signal, journal);
    }

    @Produces
    @Singleton
    Worker purge(Outbox outbox, Clock clock, Journal journal) {
        return new PeriodicWorker(
                Role.API,
                "outbox-purge",
                OutboxPurge.INTERVAL,
                clock,
                new PatientTask(OutboxPurge.task(outbox, journal)));
    }

    @Produces
    @Singleton
    Worker look(Outbox outbox, MetricRegistry registry, Clock clock) {
        OutboxWatch watch = new OutboxWatch(() -> backlog(outbox), clock);
        return OutboxWatch.worker(watch, new OutboxGauges(registry, watch)::register, clock);
    }

    @Produces
    @Singleton
    CourierWatch watch(
            CourierMarker marker, Outbox outbox, @Any Instance<Unsettled> unsettled, Clock clock, Journal journal) {
        return new CourierWatch(
                marker,
                () -> outbox.lastPublished(StreamTarget.STREAMS),
                unsettled.stream().toList(),
                clock,
                journal);
    }

    private static Optional<OutboxBacklog> backlog(Outbox outbox) {
        try {
            return Optional.of(outbox.backlog());
        } catch (DatabaseUnavailableException e) {
            return Optional.empty();
        }
    }

    private static OutboxTarget streams(Courier courier, CourierWatch watch) {
        return courier.configured() ? new StreamTarget(courier.publisher(), watch) : new TargetOff("streams");
    }
}
