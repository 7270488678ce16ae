package io.secplat.api.queue;

import io.secplat.api.outbox.Outbox;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.DatabaseUnavailableException;
import io.secplat.api.queue.postgres.PostgresLedger;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.admin.RoleOperations;
import io.secplat.stream.Courier;
import io.secplat.stream.StreamWatch;
import io.secplat.stream.microprofile.StreamGauges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The streams and the outbox, for operators. */
@ApplicationScoped
public class QueueWiring {

    @Produces
    @Singleton
    QueueHealth health(Courier courier, Outbox outbox) {
        return new QueueHealth(courier, () -> waiting(outbox));
    }

    @Produces
    @Singleton
    Worker trim(Courier courier, Clock clock, Journal journal) {
        return StreamTrim.worker(courier, clock, journal);
    }

    @Produces
    @Singleton
    Worker look(Courier courier, MetricRegistry registry, Clock clock) {
        StreamWatch watch = new StreamWatch(courier.inspector(), clock);
        return StreamLook.worker(watch, courier.configured(), new StreamGauges(registry, watch)::register, clock);
    }

    @Produces
    @Singleton
    DeadLetterDesk desk(Courier courier, Database database) {
        return new DeadLetterDesk(courier.deadLetters(), new PostgresLedger(database));
    }

    @Produces
    @Singleton
    RoleOperations deadLetters(Courier courier, IdSource ids) {
        // The console's own trail is the record of what its operators do.
        DeadLetterDesk desk = new DeadLetterDesk(courier.deadLetters(), work -> work.accept(entry -> {}));
        return new RoleOperations(Role.API, "DeadLetters", DeadLettersMXBean.class, new DeadLetterConsole(desk, ids));
    }

    private static Optional<Long> waiting(Outbox outbox) {
        try {
            return Optional.of(outbox.countWaiting());
        } catch (DatabaseUnavailableException e) {
            return Optional.empty();
        }
    }
}
