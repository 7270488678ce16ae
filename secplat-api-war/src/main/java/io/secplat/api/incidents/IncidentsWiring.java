package io.secplat.api.incidents;

import io.secplat.api.incidents.postgres.PostgresJiraOrders;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.runtime.IdSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Jira issues are asked for through the outbox, and marked at the incident in Postgres. */
@ApplicationScoped
public class IncidentsWiring {

    @Produces
    @Singleton
    JiraOrders jiraOrders(
            Database database,
            OutboxTable outbox,
            IdSource ids,
            Clock clock,
            @ConfigProperty(name = "FRONTEND_URL") Optional<String> websiteUrl) {
        return new PostgresJiraOrders(database, outbox, ids, clock, websiteUrl);
    }
}
