package io.secplat.workers.runtime;

import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import io.secplat.runtime.StartSequence;
import io.secplat.runtime.StartStep;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerState;
import io.secplat.runtime.WorkerSupervisor;
import io.secplat.runtime.admin.AdminDesk;
import io.secplat.runtime.admin.RoleOperations;
import io.secplat.runtime.admin.Trail;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Checks the settings of this server's worker roles, starts their loops with the application and stops them with it. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RoleLauncher {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Loops never end, so each has a thread of its own: on the server's pool they would starve requests of threads. */
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    @Any
    private Instance<Worker> workers;

    @Inject
    @Any
    private Instance<StartStep> steps;

    @Inject
    private Roles roles;

    @Inject
    private Clock clock;

    @Inject
    private Journal journal;

    @Inject
    @Any
    private Instance<RoleOperations> operations;

    @Inject
    private Trail trail;

    @Inject
    private IdSource ids;

    @Inject
    private Config config;

    private WorkerSupervisor supervisor;
    private AdminDesk desk;

    @PostConstruct
    void start() {
        List<Worker> mine =
                workers.stream().filter(worker -> roles.has(worker.role())).toList();
        new StartSequence(steps.stream().toList(), roles, journal).checkSettings();
        supervisor = new WorkerSupervisor(mine, roles, clock, journal);
        supervisor.start(this::onThreadOfItsOwn);
        desk = new AdminDesk(
                ManagementFactory.getPlatformMBeanServer(),
                this::onThreadOfItsOwn,
                trail,
                new AdminDesk.Diary(journal, ids, clock));
        desk.open(workerRoles(), supervisor.loops(), operations.stream().toList(), config);
    }

    private List<Role> workerRoles() {
        return roles.active().stream().filter(role -> role != Role.API).toList();
    }

    private void onThreadOfItsOwn(Runnable loop) {
        threads.newThread(loop).start();
    }

    @PreDestroy
    void stop() {
        desk.close();
        try {
            supervisor.stop(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How the loops are doing. */
    public List<WorkerState> states() {
        return supervisor.states();
    }
}
