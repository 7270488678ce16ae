package io.secplat.api.health;

import io.secplat.api.health.postgres.PostgresQuestion;
import io.secplat.api.postgres.Database;
import io.secplat.search.SearchHealth;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Postgres and OpenSearch, asked on the server's threads with two seconds of patience. */
@ApplicationScoped
public class HealthWiring {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Produces
    @Singleton
    Dependencies dependencies(Database database, SearchHealth search) {
        return new Dependencies(
                List.of(
                        new DependencyCheck(Dependencies.POSTGRES, new PostgresQuestion(database), executor),
                        new DependencyCheck(Dependencies.OPENSEARCH, search::check, executor)),
                PATIENCE);
    }
}
