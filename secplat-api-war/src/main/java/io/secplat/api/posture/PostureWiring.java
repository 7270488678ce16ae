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

/** Posture: status documents of the record, joined with the inventory in Postgres. */
@ApplicationScoped
public class PostureWiring {

    @Produces
    @Singleton
    Inventory inventory(Database database) {
        return new PostgresInventory(database);
    }

    @Produces
    @Singleton
    PostureList list(AssetStatuses statuses, Inventory inventory) {
        return new PostureList(statuses, inventory);
    }

    @Produces
    @Singleton
    PostureAnswers answers(
            AssetStatuses statuses,
            HealthEvents events,
            Inventory inventory,
            Clock clock,
            @ConfigProperty(name = "LATENCY_SLO_MS", defaultValue = "200") int latencySloMs,
            @ConfigProperty(name = "POSTURE_CACHE_TTL_SECONDS", defaultValue = "5") int cacheSeconds) {
        PostureSettings settings = new PostureSettings(latencySloMs, Duration.ofSeconds(cacheSeconds));
        return new PostureAnswers(statuses, events, inventory, clock, settings);
    }
}
