package io.secplat.api.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.StatementCount;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.JobType;
import io.secplat.runtime.MovingClock;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobCostTest {

    private final StatementCount statements = new StatementCount();
    private final Database database = statements.counting(TestDatabase.fresh());
    private final Jobs jobs = new PostgresJobs(
            database,
            new OutboxTable(new OutboxSignal()),
            (handle, jobId, assetId, keys, now) -> {},
            new LeaseRules(Duration.ofMinutes(1), 5),
            UUID::randomUUID,
            new MovingClock());

    @Test
    void a_new_job_takes_one_transaction_of_four_statements() {
        int shop = new Rows(database).website("shop");
        statements.reset();
        jobs.order(
                new JobOrder(JobType.TLS_HEADERS, shop, JsonValue.EMPTY_JSON_OBJECT, true),
                new Caller("mira", AccessRole.ANALYST, "req-1"));

        assertThat(statements.commits()).isEqualTo(1);
        assertThat(statements.statements()).isEqualTo(4);
    }
}
