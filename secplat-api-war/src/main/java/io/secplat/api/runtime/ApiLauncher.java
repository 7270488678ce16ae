package io.secplat.api.runtime;

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

/**
 * Starts the API with the application and stops it with it: settings are checked at once, then schema and first content are
 * prepared as soon as the database answers, and then the API's loops run.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ApiLauncher {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Loops never end, so each has a thread of its own: on the server's pool they would starve requests of threads. */
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    @Any
    private Instance<Worker> workers;

    @Inject
    private Roles roles;

    @Inject
    private Clock clock;

    @Inject
    private Journal journal;

    @Inject
    @Any
    private Instance<StartStep> steps;

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
    private StartSequence sequence;

    @PostConstruct
    void start() {
        boolean active = roles.has(Role.API);
        List<Worker> mine = active
                ? workers.stream().filter(worker -> worker.role() == Role.API).toList()
                : List.of();
        supervisor = new WorkerSupervisor(mine, roles, clock, journal);
        sequence = new StartSequence(active ? steps.stream().toList() : List.of(), roles, journal);
        sequence.checkSettings();
        desk = new AdminDesk(
                ManagementFactory.getPlatformMBeanServer(),
                this::onThreadOfItsOwn,
                trail,
                new AdminDesk.Diary(journal, ids, clock));
        if (active) {
            desk.open(List.of(Role.API), supervisor.loops(), operations.stream().toList(), config);
        }
        onThreadOfItsOwn(this::startWorkersAfterSteps);
    }

    private void startWorkersAfterSteps() {
        try {
            if (sequence.complete()) {
                supervisor.start(this::onThreadOfItsOwn);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void onThreadOfItsOwn(Runnable loop) {
        threads.newThread(loop).start();
    }

    @PreDestroy
    void stop() {
        desk.close();
        sequence.stop();
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

    /** How far the start has come. */
    public StartSequence startSequence() {
        return sequence;
    }
}
