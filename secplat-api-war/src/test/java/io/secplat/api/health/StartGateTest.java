package io.secplat.api.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secplat.api.auth.AuthResource;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.runtime.ApiLauncher;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Roles;
import io.secplat.runtime.StartSequence;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartGateTest {

    private static final ContainerRequestContext CALL = (ContainerRequestContext) Proxy.newProxyInstance(
            StartGateTest.class.getClassLoader(), new Class<?>[] {ContainerRequestContext.class}, (p, m, a) -> null);

    private final StartSequence sequence = new StartSequence(
            List.of(),
            Roles.parse("api"),
            new Journal("test", Clock.systemUTC(), new PrintStream(OutputStream.nullOutputStream())));

    @Test
    void until_the_start_is_done_only_health_and_readiness_are_told() throws InterruptedException {
        assertThatCode(() -> gate(HealthResource.class).filter(CALL)).doesNotThrowAnyException();
        assertThatCode(() -> gate(ReadyResource.class).filter(CALL)).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(ProblemException.class, () -> gate(AuthResource.class)
                                .filter(CALL))
                        .type())
                .isEqualTo(ProblemType.STARTING);

        sequence.complete();

        assertThatCode(() -> gate(AuthResource.class).filter(CALL)).doesNotThrowAnyException();
    }

    private StartGate gate(Class<?> asked) {
        StartGate gate = new StartGate();
        gate.launcher = new ApiLauncher() {
            @Override
            public StartSequence startSequence() {
                return sequence;
            }
        };
        gate.resource = new ResourceInfo() {
            @Override
            public Method getResourceMethod() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Class<?> getResourceClass() {
                return asked;
            }
        };
        return gate;
    }
}
