package io.secplat.api.alerts;

import io.secplat.api.alerts.postgres.PostgresAlertBook;
import io.secplat.api.alerts.postgres.PostgresAlerts;
import io.secplat.api.alerts.postgres.PostgresEscalationBook;
import io.secplat.api.alerts.postgres.Uncorrelated;
import io.secplat.api.live.LiveFeed;
import io.secplat.api.outbox.Unsettled;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientHandler;
import io.secplat.api.postgres.PatientTask;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.search.AssetStatuses;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.StreamConsumers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Alerts: two loops perform the same evaluation, one when it hears that a posture changed, one at a fixed rate for what was
 * not heard. States are in Postgres; what is told goes through the outbox.
 */
@ApplicationScoped
public class AlertsWiring {

    private static final int BATCH = 200;

    @Produces
    @Singleton
    Alerts alerts(Database database, OutboxTable outbox, IdSource ids, Clock clock) {
        return new PostgresAlerts(database, outbox, ids, clock);
    }

    @Produces
    @Singleton
    AlertList list(Alerts alerts, AssetStatuses statuses, Clock clock) {
        return new AlertList(alerts, statuses, clock);
    }

    @Produces
    @Singleton
    AlertEvaluation evaluation(
            AssetStatuses statuses,
            Database database,
            OutboxTable outbox,
            IdSource ids,
            Clock clock,
            @ConfigProperty(name = "FRONTEND_URL") Optional<String> websiteUrl) {
        AlertBook book = new PostgresAlertBook(database, outbox, ids, clock);
        return new AlertEvaluation(statuses, book, new Tale(websiteUrl), clock);
    }

    @Produces
    @Singleton
    Escalation escalation(
            Database database,
            OutboxTable outbox,
            IdSource ids,
            Clock clock,
            @ConfigProperty(name = "FRONTEND_URL") Optional<String> websiteUrl,
            @ConfigProperty(name = "ALERT_ESCALATION_MINUTES") Optional<String> minutes) {
        return new Escalation(
                EscalationSteps.of(minutes),
                new PostgresEscalationBook(database, outbox, ids, clock),
                new EscalationTale(new Tale(websiteUrl)));
    }

    @Produces
    @Singleton
    Worker evaluator(StreamConsumers consumers, ConsumerSettings settings, AlertEvaluation evaluation, LiveFeed feed) {
        return consumers.inBatches(
                Role.API,
                ConsumerGroup.ALERT_EVALUATORS,
                ConsumerName.of(Role.API),
                settings.withBatch(BATCH).withFailureReason("evaluation_failed"),
                new PatientHandler(new PostureChangeHandler(evaluation, feed)));
    }

    @Produces
    @Singleton
    Worker reconciler(
            AlertEvaluation evaluation,
            Escalation escalation,
            IdSource ids,
            Clock clock,
            Journal journal,
            @ConfigProperty(name = "ALERT_RECONCILE_SECONDS", defaultValue = "30") int seconds) {
        return new PeriodicWorker(
                Role.API,
                "alert-reconcile",
                Duration.ofSeconds(seconds),
                clock,
                new PatientTask(new AlertReconciliation(evaluation, escalation, ids, journal)));
    }

    @Produces
    @Singleton
    Unsettled uncorrelated(Database database, OutboxTable outbox) {
        return new Uncorrelated(database, outbox);
    }
}
