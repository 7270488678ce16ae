package io.secplat.workers.posture;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.admin.RoleOperations;
import io.secplat.search.AssetMirror;
import io.secplat.search.AssetStatuses;
import io.secplat.search.EventHours;
import io.secplat.search.HealthEvents;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.Courier;
import io.secplat.stream.StreamConsumers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The deriver: results of health checks in, status documents, {@code posture.changed} and counted hours out; by message and by timer.
 */
@ApplicationScoped
public class PostureWiring {

    /** Requests merged into one derivation. */
    private static final int MERGED = 100;

    @Produces
    @Singleton
    DeriverSettings settings(
            @ConfigProperty(name = "DEBOUNCE_FAILURES", defaultValue = "2") int failures,
            @ConfigProperty(name = "DEBOUNCE_SUCCESSES", defaultValue = "1") int successes,
            @ConfigProperty(name = "STALE_THRESHOLD_SECONDS", defaultValue = "300") long staleSeconds,
            @ConfigProperty(name = "FLAP_HIGH_PERCENT", defaultValue = "30") double high,
            @ConfigProperty(name = "FLAP_LOW_PERCENT", defaultValue = "25") double low,
            @ConfigProperty(name = "FLAP_MODE", defaultValue = DeriverSettings.FLAP_MODE) String mode) {
        if (!mode.equals(DeriverSettings.FLAP_MODE)) {
            throw new IllegalArgumentException("FLAP_MODE must be " + DeriverSettings.FLAP_MODE);
        }
        return new DeriverSettings(failures, successes, Duration.ofSeconds(staleSeconds), high, low);
    }

    @Produces
    @Singleton
    ChangeNotices notices(Courier courier, Clock clock, IdSource ids) {
        return new ChangeNotices(courier.publisher(), clock, ids);
    }

    @Produces
    @Singleton
    Derivation derivation(
            HealthEvents events,
            AssetStatuses statuses,
            DeriverSettings settings,
            ChangeNotices notices,
            Clock clock,
            Journal journal) {
        return new Derivation(new Histories(events), statuses, new PostureDeriver(settings), notices, clock, journal);
    }

    @Produces
    @Singleton
    PosturePasses passes(AssetMirror assets, AssetStatuses statuses, Derivation derivation, Clock clock) {
        return new PosturePasses(assets, statuses, derivation, clock);
    }

    @Produces
    @Singleton
    Worker onRequest(StreamConsumers consumers, ConsumerSettings settings, PosturePasses passes) {
        return consumers.inBatches(
                Role.DERIVER,
                ConsumerGroup.DERIVERS,
                ConsumerName.of(Role.DERIVER),
                settings.withBatch(MERGED).withFailureReason(DeriveRequests.FAILED),
                new DeriveRequests(passes));
    }

    @Produces
    @Singleton
    Worker onTimer(
            @ConfigProperty(name = "DERIVER_INTERVAL_SECONDS", defaultValue = "60") long seconds,
            Clock clock,
            PosturePasses passes,
            Journal journal) {
        return new PeriodicWorker(
                Role.DERIVER,
                "posture-timer",
                Duration.ofSeconds(seconds),
                clock,
                new TimedDerivation(passes, journal));
    }

    @Produces
    @Singleton
    Worker hourCounting(EventHours hours, Clock clock, Journal journal) {
        return new PeriodicWorker(
                Role.DERIVER, "event-hours", HourCounting.LOOK, clock, new HourCounting(hours, clock, journal));
    }

    @Produces
    @Singleton
    RoleOperations operations(PosturePasses passes, HealthEvents events, Clock clock) {
        return new RoleOperations(
                Role.DERIVER,
                "Posture",
                PostureMXBean.class,
                new PostureConsole(passes, new RangeReplay(passes, events, clock), clock));
    }
}
