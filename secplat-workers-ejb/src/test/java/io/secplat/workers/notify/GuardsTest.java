package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.jira.BoundedJiraCall;
import io.secplat.workers.notify.jira.GuardedJiraCall;
import io.secplat.workers.notify.slack.BoundedSlackCall;
import io.secplat.workers.notify.slack.GuardedSlackCall;
import io.secplat.workers.notify.twilio.BoundedTwilioCall;
import io.secplat.workers.notify.twilio.GuardedTwilioCall;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a container makes of the calls of all services follows from their annotations. */
class GuardsTest {

    static Stream<Method> guarded() {
        return Stream.of(GuardedSlackCall.class, GuardedTwilioCall.class, GuardedJiraCall.class)
                .flatMap(GuardsTest::calls);
    }

    static Stream<Method> bounded() {
        return Stream.of(BoundedSlackCall.class, BoundedTwilioCall.class, BoundedJiraCall.class)
                .flatMap(GuardsTest::calls);
    }

    /** Those that the class has itself; what it only inherits would bring the other class's policies with it. */
    private static Stream<Method> calls(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void a_silent_service_is_in_trouble_after_a_limit_of_time(Method call) {
        assertThat(call.isAnnotationPresent(Timeout.class)).isTrue();
        assertThat(opens(call, TimeoutException.class)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void a_breaker_hears_nothing_of_calls_without_a_place(Method call) {
        assertThat(call.isAnnotationPresent(Bulkhead.class)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void eight_calls_have_a_place_before_the_guard(Method call) {
        assertThat(call.getAnnotation(Bulkhead.class).value()).isEqualTo(8);
        assertThat(List.of(CircuitBreaker.class, Retry.class, Timeout.class))
                .noneMatch(policy -> call.isAnnotationPresent(policy));
    }

    @ParameterizedTest
    @ValueSource(classes = {BoundedSlackCall.class, BoundedTwilioCall.class, BoundedJiraCall.class})
    void each_guarded_call_is_bounded(Class<?> type) {
        assertThat(calls(type).map(GuardsTest::signature))
                .containsExactlyInAnyOrderElementsOf(
                        calls(type.getSuperclass()).map(GuardsTest::signature).toList());
    }

    private static String signature(Method call) {
        return call.getName() + Arrays.toString(call.getParameterTypes());
    }

    private static boolean opens(Method call, Class<?> failure) {
        CircuitBreaker breaker = call.getAnnotation(CircuitBreaker.class);
        return Arrays.stream(breaker.failOn()).anyMatch(type -> type.isAssignableFrom(failure))
                && Arrays.stream(breaker.skipOn()).noneMatch(type -> type.isAssignableFrom(failure));
    }
}
