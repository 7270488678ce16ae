package io.secplat.workers.correlation;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.RetryPolicy;
import io.secplat.stream.StreamConsumers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The consumer of group {@code correlators}; a rule is added to the map below. */
@ApplicationScoped
public class CorrelationWiring {

    @Produces
    @Singleton
    Worker correlators(
            StreamConsumers consumers,
            ConsumerSettings shared,
            Journal journal,
            @ConfigProperty(name = "CORRELATOR_CONSUMER") Optional<String> consumer,
            @ConfigProperty(name = "CORRELATOR_STREAM_CLAIM_IDLE_MS") Optional<Long> claimIdleMs,
            @ConfigProperty(name = "CORRELATOR_STREAM_MAX_RETRIES") Optional<Integer> maxRetries) {
        RetryPolicy retry = new RetryPolicy(
                maxRetries.orElse(shared.retry().maxRetries()),
                shared.retry().base(),
                shared.retry().max());
        ConsumerSettings settings = shared.withRetry(retry)
                .withClaimIdle(claimIdleMs.map(Duration::ofMillis).orElse(shared.claimIdle()))
                .withFailureReason("incident_api_failed");
        return consumers.each(
                Role.CORRELATOR,
                ConsumerGroup.CORRELATORS,
                consumer.orElseGet(() -> ConsumerName.of(Role.CORRELATOR)),
                settings,
                new Correlator(Map.of(), journal));
    }
}
