package io.secplat.api.operators;

import io.secplat.api.operators.postgres.PostgresOperatorActs;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientHandler;
import io.secplat.api.postgres.PatientTask;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.StreamConsumers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Acts of operators come by stream from every server and end in the audit. */
@ApplicationScoped
public class OperatorsWiring {

    private static final int BATCH = 200;

    @Produces
    @Singleton
    OperatorActs acts(Database database) {
        return new PostgresOperatorActs(database);
    }

    @Produces
    @Singleton
    Worker recorder(StreamConsumers consumers, ConsumerSettings settings, OperatorActs acts) {
        return consumers.inBatches(
                Role.API,
                ConsumerGroup.OPERATOR_RECORDERS,
                ConsumerName.of(Role.API),
                settings.withBatch(BATCH).withFailureReason("record_failed"),
                new PatientHandler(new OperatorActHandler(acts)));
    }

    @Produces
    @Singleton
    Worker sweep(OperatorActs acts, Clock clock, Journal journal) {
        return new PeriodicWorker(
                Role.API, "operator-acts", ActSweep.INTERVAL, clock, new PatientTask(ActSweep.task(acts, journal)));
    }
}
