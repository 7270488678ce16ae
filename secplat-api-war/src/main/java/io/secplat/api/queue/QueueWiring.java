package io.secplat.api.queue;

import io.secplat.api.outbox.Outbox;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.DatabaseUnavailableException;
import io.secplat.api.queue.postgres.PostgresLedger;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Worker;
import io.secplat.stream.Courier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

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
    DeadLetterDesk desk(Courier courier, Database database) {
        return new DeadLetterDesk(courier.deadLetters(), new PostgresLedger(database));
    }

    private static Optional<Long> waiting(Outbox outbox) {
        try {
            return Optional.of(outbox.countWaiting());
        } catch (DatabaseUnavailableException e) {
            return Optional.empty();
        }
    }
}
