package io.secplat.api.posture;

import io.secplat.api.postgres.Database;
import io.secplat.api.posture.postgres.PostgresInventory;
import io.secplat.search.AssetStatuses;
import io.secplat.search.HealthEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Posture: status documents of the record, joined with the inventory in Postgres, behind a cache of finished answers. */
@ApplicationScoped
public class PostureWiring {

    @Produces
    @Singleton
    Inventory inventory(Database database) {
        return new PostgresInventory(database);
    }

    @Produces
    @Singleton
    PostureSettings settings(
            @ConfigProperty(name = "LATENCY_SLO_MS", defaultValue = "200") int latencySloMs,
            @ConfigProperty(name = "POSTURE_CACHE_TTL_SECONDS", defaultValue = "5") int cacheSeconds) {
        return new PostureSettings(latencySloMs, Duration.ofSeconds(cacheSeconds));
    }

    @Produces
    @Singleton
    AnswerCache cache(PostureSettings settings, Clock clock) {
        return new AnswerCache(settings.cacheTtl(), clock);
    }

    @Produces
    @Singleton
    PostureAnswers answers(
            AssetStatuses statuses,
            HealthEvents events,
            Inventory inventory,
            AnswerCache cache,
            Clock clock,
            PostureSettings settings) {
        return new PostureAnswers(statuses, events, inventory, cache, clock, settings.latencySloMs());
    }
}
