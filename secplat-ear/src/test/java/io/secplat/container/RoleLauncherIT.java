package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.Role;
import io.secplat.runtime.WorkerState;
import io.secplat.workers.runtime.RoleLauncher;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs inside Open Liberty: the container, and nobody else, starts the workers of the server's roles. Our own annotation makes
 * the container ready and stays outside; Arquillian's works on both sides.
 */
@InContainer
@ExtendWith(ArquillianExtension.class)
class RoleLauncherIT {

    @Inject
    private RoleLauncher launcher;

    @Inject
    private CountingWorkers counting;

    @Deployment
    static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, "launcher.war")
                .addPackage(RoleLauncher.class.getPackage())
                .addClass(CountingWorkers.class)
                .addAsLibraries(TestLibraries.withNames(
                        "secplat-runtime",
                        "secplat-contracts",
                        "jspecify",
                        "assertj-core",
                        "awaitility",
                        "byte-buddy",
                        "hamcrest"))
                .addAsResource(
                        new StringAsset("config_ordinal=500\nSECPLAT_ROLES=deriver"),
                        "META-INF/microprofile-config.properties")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Test
    void workers_of_this_servers_role_run_on_the_containers_threads() {
        await().until(() -> counting.turns() > 2);

        List<WorkerState> states = launcher.states();
        assertThat(states).singleElement().satisfies(state -> {
            assertThat(state.role()).isEqualTo(Role.DERIVER);
            assertThat(state.running()).isTrue();
            assertThat(state.restarts()).isZero();
        });
        assertThat(counting.threadSawApplicationNames()).isTrue();
    }

    @Test
    void loops_do_not_take_the_threads_that_requests_need() {
        await().until(() -> counting.turns() > 0);

        assertThat(counting.threadName()).isNotEmpty().doesNotStartWith("Default Executor");
    }
}
