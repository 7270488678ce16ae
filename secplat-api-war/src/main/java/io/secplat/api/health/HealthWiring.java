package io.secplat.api.health;

import io.secplat.api.health.postgres.PostgresQuestion;
import io.secplat.api.postgres.Database;
import io.secplat.runtime.Dependency;
import io.secplat.runtime.DependencyWatch;
import io.secplat.runtime.DependencyWatches;
import io.secplat.runtime.Roles;
import io.secplat.search.SearchHealth;
import io.secplat.stream.redis.RedisPulse;
import io.secplat.stream.redis.RedisServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Watches PostgreSQL, Redis and OpenSearch, as far as the roles of this server work with them. */
@ApplicationScoped
public class HealthWiring {

    @Produces
    @Singleton
    DependencyWatches watches(Roles roles, Database database, RedisServer redis, SearchHealth search, Clock clock) {
        DependencyWatch streams = redis.configured()
                ? new DependencyWatch(
                        Dependency.REDIS, new RedisPulse(redis.link(DependencyWatch.PATIENCE))::check, clock)
                : DependencyWatch.off(Dependency.REDIS, clock);
        return new DependencyWatches(
                roles,
                List.of(
                        new DependencyWatch(Dependency.POSTGRES, new PostgresQuestion(database), clock),
                        streams,
                        new DependencyWatch(Dependency.OPENSEARCH, search::check, clock)));
    }
}
