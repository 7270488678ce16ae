package io.secplat.api.queue;

import io.secplat.api.outbox.Outbox;
import io.secplat.api.postgres.DatabaseUnavailableException;
import io.secplat.stream.Courier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The streams and the outbox, for operators. */
@ApplicationScoped
public class QueueWiring {

    @Produces
    @Singleton
    QueueHealth health(Courier courier, Outbox outbox) {
        return new QueueHealth(courier, () -> waiting(outbox));
    }

    private static Optional<Long> waiting(Outbox outbox) {
        try {
            return Optional.of(outbox.countWaiting());
        } catch (DatabaseUnavailableException e) {
            return Optional.empty();
        }
    }
}
