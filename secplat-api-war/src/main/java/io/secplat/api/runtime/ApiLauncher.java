package io.secplat.api.runtime;

import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerState;
import io.secplat.runtime.WorkerSupervisor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Starts the API's loops with the application and stops them with it. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ApiLauncher {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Resource(lookup = "concurrent/secplatWorkers")
    private ManagedExecutorService executor;

    @Inject
    @Any
    private Instance<Worker> workers;

    @Inject
    private Roles roles;

    @Inject
    private Clock clock;

    @Inject
    private Journal journal;

    private WorkerSupervisor supervisor;

    @PostConstruct
    void start() {
        List<Worker> mine = roles.has(Role.API)
                ? workers.stream().filter(worker -> worker.role() == Role.API).toList()
                : List.of();
        supervisor = new WorkerSupervisor(mine, roles, clock, journal);
        supervisor.start(executor);
    }

    @PreDestroy
    void stop() {
        try {
            supervisor.stop(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How the API's loops are doing. */
    public List<WorkerState> states() {
        return supervisor.states();
    }
}
