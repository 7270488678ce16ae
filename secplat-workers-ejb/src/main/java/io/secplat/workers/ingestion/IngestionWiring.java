package io.secplat.workers.ingestion;

import io.secplat.contracts.model.ProbeKind;
import io.secplat.guard.TargetGuard;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.admin.RoleOperations;
import io.secplat.search.HealthEvents;
import io.secplat.stream.Courier;
import io.secplat.workers.api.ServiceAccount;
import io.secplat.workers.api.ServiceApis;
import io.secplat.workers.ingestion.file.FileLastInventory;
import io.secplat.workers.ingestion.http.HttpInventory;
import io.secplat.workers.ingestion.http.HttpProber;
import io.secplat.workers.ingestion.microprofile.ProbeMetrics;
import io.secplat.workers.ingestion.tcp.Dialer;
import io.secplat.workers.ingestion.tcp.TcpProber;
import io.secplat.workers.ingestion.tls.TlsHandshake;
import io.secplat.workers.ingestion.tls.TlsProber;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/** Three loops: one keeps the list of assets, one begins their checks each second, one writes the results each second. */
@ApplicationScoped
public class IngestionWiring {

    /** Events kept while the record is away: over an hour and a half of a thousand assets at 60 s. */
    private static final int BUFFER_LIMIT = 100_000;

    private static final Duration INVENTORY_INTERVAL = Duration.ofSeconds(15);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private @Nullable ThreadPoolExecutor pool;

    @Produces
    @Singleton
    WatchList watchList(
            ServiceApis apis,
            IdSource ids,
            Journal journal,
            @ConfigProperty(name = "INGESTION_STATE_DIR") Optional<String> stateDirectory) {
        Inventory inventory = new HttpInventory(apis.as(ServiceAccount.INGESTION), ids, journal);
        LastInventory last = stateDirectory
                .<LastInventory>map(dir -> new FileLastInventory(Path.of(dir)))
                .orElse(LastInventory.NONE);
        return new WatchList(inventory, last, journal);
    }

    @Produces
    @Singleton
    StallWatch stalls(Clock clock) {
        return new StallWatch(clock);
    }

    @Produces
    @Singleton
    EventBuffer buffer() {
        return new EventBuffer(BUFFER_LIMIT);
    }

    @Produces
    @Singleton
    CheckRunner runner(
            EventBuffer buffer,
            StallWatch stalls,
            Clock clock,
            TargetGuard guard,
            Journal journal,
            ProbeFigures figures,
            @ConfigProperty(name = "INGESTION_CHECKS_AT_ONCE", defaultValue = "64") int atOnce) {
        pool = new ThreadPoolExecutor(atOnce, atOnce, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return new CheckRunner(
                probers(guard),
                pool,
                atOnce,
                stalls,
                clock,
                new CheckOutcomes(buffer::add, new RefusedProbes(journal), figures));
    }

    @Produces
    @Singleton
    ProbeFigures figures(Instance<MetricRegistry> registry, EventBuffer buffer, Journal journal) {
        return registry.isResolvable() ? new ProbeMetrics(registry.get(), buffer, journal) : ProbeFigures.NONE;
    }

    @Produces
    @Singleton
    Worker assetRefresh(WatchList watched, Clock clock) {
        return new PeriodicWorker(Role.INGESTION, "asset-refresh", INVENTORY_INTERVAL, clock, watched::refresh);
    }

    @Produces
    @Singleton
    Worker probeLoop(WatchList watched, CheckRunner runner, StallWatch stalls, Clock clock) {
        return new ProbeLoop(watched, new ProbeSchedule(), runner, stalls, clock);
    }

    @Produces
    @Singleton
    Worker eventWriter(
            EventBuffer buffer,
            HealthEvents events,
            Courier courier,
            CheckRunner runner,
            IdSource ids,
            Clock clock,
            Journal journal) {
        return new EventWriter(buffer, events, new DeriveRequests(courier, ids, clock), runner, journal);
    }

    @Produces
    @Singleton
    RoleOperations operations(WatchList watched, CheckRunner runner, EventBuffer buffer, Clock clock) {
        return new RoleOperations(
                Role.INGESTION, "Probes", ProbesMXBean.class, new ProbesConsole(watched, runner, buffer, clock));
    }

    private static Prober probers(TargetGuard guard) {
        Dialer dialer = new Dialer(guard);
        TlsHandshake tls = TlsHandshake.ofThisRuntime();
        return new Probers(Map.of(
                ProbeKind.HTTP, new HttpProber(dialer, tls),
                ProbeKind.TCP, new TcpProber(dialer),
                ProbeKind.TLS, new TlsProber(dialer, tls)));
    }

    @PreDestroy
    void stop() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
