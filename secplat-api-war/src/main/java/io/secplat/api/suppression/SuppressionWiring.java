package io.secplat.api.suppression;

import io.secplat.api.postgres.Database;
import io.secplat.api.suppression.postgres.PostgresSuppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Windows and rules in Postgres; what they keep quiet is asked there by the features that tell. */
@ApplicationScoped
public class SuppressionWiring {

    @Produces
    @Singleton
    Suppressions suppressions(Database database, Clock clock) {
        return new PostgresSuppressions(database, clock);
    }
}
