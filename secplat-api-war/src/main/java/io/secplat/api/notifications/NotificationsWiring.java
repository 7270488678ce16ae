package io.secplat.api.notifications;

import io.secplat.api.notifications.postgres.PostgresDeliveries;
import io.secplat.api.notifications.postgres.PostgresDigests;
import io.secplat.api.notifications.postgres.PostgresDivisions;
import io.secplat.api.notifications.postgres.PostgresTestNotices;
import io.secplat.api.notifications.postgres.Undelivered;
import io.secplat.api.notifications.redis.RedisNotifierRoutes;
import io.secplat.api.outbox.Unsettled;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientHandler;
import io.secplat.api.postgres.PatientTask;
import io.secplat.api.schedules.Timetable;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.StreamConsumers;
import io.secplat.stream.redis.RedisServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deliveries come by stream, are kept in Postgres, and tell which messages must be sent again after a loss. */
@ApplicationScoped
public class NotificationsWiring {

    private static final int BATCH = 200;

    @Produces
    @Singleton
    Deliveries deliveries(Database database) {
        return new PostgresDeliveries(database);
    }

    @Produces
    @Singleton
    Divisions divisions(Database database) {
        return new PostgresDivisions(database);
    }

    @Produces
    @Singleton
    Worker divisionPurge(Divisions divisions, Clock clock, Journal journal) {
        return new PeriodicWorker(
                Role.API,
                "division-purge",
                DivisionPurge.INTERVAL,
                clock,
                new PatientTask(DivisionPurge.task(divisions, journal)));
    }

    @Produces
    @Singleton
    TestNotices notices(Database database, OutboxTable outbox, IdSource ids) {
        return new PostgresTestNotices(database, outbox, ids);
    }

    @Produces
    @Singleton
    NotifierRoutes routes(RedisServer redis) {
        return new RedisNotifierRoutes(redis.link());
    }

    @Produces
    @Singleton
    Worker recorder(StreamConsumers consumers, ConsumerSettings settings, Deliveries deliveries, Divisions divisions) {
        return consumers.inBatches(
                Role.API,
                ConsumerGroup.DELIVERY_RECORDERS,
                ConsumerName.of(Role.API),
                settings.withBatch(BATCH).withFailureReason("record_failed"),
                new PatientHandler(new DeliveryHandler(deliveries, divisions)));
    }

    @Produces
    @Singleton
    Unsettled undelivered(Database database, OutboxTable outbox) {
        return new Undelivered(database, outbox);
    }

    @Produces
    @Singleton
    Worker digest(
            Database database,
            OutboxTable outbox,
            IdSource ids,
            Timetable timetable,
            @ConfigProperty(name = "NOTIFY_DIGEST_CRON", defaultValue = "0 8 * * 1") String cron,
            @ConfigProperty(name = "NOTIFY_DIGEST_ZONE", defaultValue = "UTC") String zone,
            Clock clock) {
        DigestTimes times = DigestTimes.of(cron, zone, timetable);
        Digest digest = new Digest(
                new PostgresDigests(database, outbox, ids), times, timetable, new DigestTale(times.zone()), clock);
        return new PeriodicWorker(Role.API, "muted-digest", Digest.INTERVAL, clock, new PatientTask(digest));
    }
}
