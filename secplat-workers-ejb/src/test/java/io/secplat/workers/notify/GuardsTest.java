package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.jira.GuardedJiraCall;
import io.secplat.workers.notify.slack.GuardedSlackCall;
import io.secplat.workers.notify.twilio.GuardedTwilioCall;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a container makes of the calls of all services follows from their annotations. */
class GuardsTest {

    static Stream<Method> calls() {
        return Stream.of(GuardedSlackCall.class, GuardedTwilioCall.class, GuardedJiraCall.class)
                .flatMap(guard -> Arrays.stream(guard.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CircuitBreaker.class));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_has_a_limit_of_time_and_of_place(Method call) {
        assertThat(call.isAnnotationPresent(Timeout.class)).isTrue();
        assertThat(call.isAnnotationPresent(Bulkhead.class)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_service_that_is_silent_is_in_trouble_and_one_that_is_asked_a_lot_is_not(Method call) {
        assertThat(opens(call, TimeoutException.class)).isTrue();
        assertThat(opens(call, BulkheadException.class)).isFalse();
    }

    private static boolean opens(Method call, Class<?> failure) {
        CircuitBreaker breaker = call.getAnnotation(CircuitBreaker.class);
        return Arrays.stream(breaker.failOn()).anyMatch(type -> type.isAssignableFrom(failure))
                && Arrays.stream(breaker.skipOn()).noneMatch(type -> type.isAssignableFrom(failure));
    }
}
