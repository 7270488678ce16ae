package io.secplat.workers.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.GivenConfig;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard lets count as trouble, and what its own words mean; the container keeps the policies. */
class SlackGuardTest {

    private final FakeSlackApi slack = new FakeSlackApi();
    private final GuardedSlackCall guard = new GuardedSlackCall();

    @AfterEach
    void close() {
        slack.close();
    }

    private SlackApi api() {
        return new SlackApi(
                new SlackSettings.Bot(FakeSlackApi.TOKEN, "#ops", URI.create(slack.url())), Duration.ofSeconds(3));
    }

    private SlackReply send() throws IOException {
        return guard.send(api(), new SlackCall("chat.postMessage", new okhttp3.FormBody.Builder()));
    }

    private static List<Method> guarded() {
        return Arrays.stream(GuardedSlackCall.class.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .toList();
    }

    @Test
    void only_a_missing_connection_is_tried_again_at_once_and_never_in_step() {
        assertThat(guarded()).hasSize(4).allSatisfy(method -> {
            Retry retry = method.getAnnotation(Retry.class);
            assertThat(retry.retryOn()).containsExactly(SlackUnreachableException.class);
            assertThat(retry.maxRetries()).isEqualTo(2);
            assertThat(retry.jitter()).isPositive();
        });
    }

    @Test
    void three_tries_to_connect_take_no_longer_than_one_call() {
        assertThat(SlackHttp.connecting(Duration.ofSeconds(9))).isEqualTo(Duration.ofSeconds(3));
        assertThat(SlackHttp.connecting(Duration.ofMillis(100))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_breaker_counts_trouble_and_rests_as_long_as_deliveries_are_spared() {
        assertThat(guarded()).allSatisfy(method -> {
            CircuitBreaker breaker = method.getAnnotation(CircuitBreaker.class);
            assertThat(breaker.failOn()).containsExactly(IOException.class, TimeoutException.class);
            assertThat(breaker.requestVolumeThreshold()).isEqualTo(10);
            assertThat(breaker.failureRatio()).isEqualTo(0.5);
            assertThat(breaker.delay()).isEqualTo(5_000);
            assertThat(method.getAnnotation(Timeout.class).value()).isEqualTo(12_000);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratelimited", "channel_not_found", "invalid_auth"})
    void haste_and_refusals_are_no_trouble(String error) throws Exception {
        slack.refuses("chat.postMessage", error);
        assertThat(send().error()).contains(error);

        slack.says("chat.postMessage", 429, Map.of("Retry-After", "3"), "");
        assertThat(send().answer()).isEqualTo(new SlackAnswer(429, "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service_unavailable", "fatal_error", "internal_error"})
    void trouble_is_thrown_so_that_the_breaker_sees_it(String error) {
        slack.refuses("chat.postMessage", error);

        assertThatThrownBy(this::send).isInstanceOf(SlackTroubleException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_server_in_trouble_counts_with_a_webhook_too(int status) throws Exception {
        JsonObject message = Json.createObjectBuilder().add("text", "t").build();
        try (FakeSlack hook = new FakeSlack()) {
            hook.answers(status);
            assertThatThrownBy(() -> guard.post(hook.webhook(), message)).isInstanceOf(SlackTroubleException.class);
            hook.answers(429);
            assertThat(guard.post(hook.webhook(), message)).isEqualTo(new SlackAnswer(429, null));
        }
    }

    /** A guard that does not let calls through. */
    private static final class ClosedGuard extends GuardedSlackCall {

        private final FaultToleranceException outcome;

        ClosedGuard(FaultToleranceException outcome) {
            this.outcome = outcome;
        }

        @Override
        public SlackAnswer post(SlackWebhook webhook, JsonObject message) {
            throw outcome;
        }

        @Override
        public SlackReply send(SlackApi api, SlackCall message) {
            throw outcome;
        }

        @Override
        public SlackReply read(SlackApi api, SlackCall question) {
            throw outcome;
        }
    }

    /** A guard that tells which of its calls was made. */
    private static final class TellingGuard extends GuardedSlackCall {

        @Override
        public SlackAnswer post(SlackWebhook webhook, JsonObject message) {
            return new SlackAnswer(200, "post");
        }

        @Override
        public SlackReply send(SlackApi api, SlackCall message) {
            return told("send");
        }

        @Override
        public SlackReply edit(SlackApi api, SlackCall change) {
            return told("edit");
        }

        @Override
        public SlackReply read(SlackApi api, SlackCall question) {
            return told("read");
        }

        private static SlackReply told(String call) {
            return new SlackReply(new SlackAnswer(200, call), JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    @Test
    void each_call_that_has_a_place_is_guarded_by_its_own_policies() throws Exception {
        GuardedSlackCall bounded = new BoundedSlackCall(new TellingGuard());
        SlackCall call = new SlackCall("any", new okhttp3.FormBody.Builder());
        SlackWebhook webhook =
                SlackWebhook.at("http://127.0.0.1:1/x", Duration.ofSeconds(1)).orElseThrow();

        assertThat(bounded.post(webhook, JsonValue.EMPTY_JSON_OBJECT).retryAfter())
                .isEqualTo("post");
        assertThat(bounded.send(api(), call).answer().retryAfter()).isEqualTo("send");
        assertThat(bounded.edit(api(), call).answer().retryAfter()).isEqualTo("edit");
        assertThat(bounded.read(api(), call).answer().retryAfter()).isEqualTo("read");
    }

    private Channel behind(FaultToleranceException outcome) {
        Map<String, String> settings =
                Map.of("SLACK_BOT_TOKEN", FakeSlackApi.TOKEN, "SLACK_CHANNEL", "#ops", "SLACK_API_URL", slack.url());
        return SlackChannels.of(new GivenConfig(settings), new ClosedGuard(outcome), Clock.systemUTC())
                .orElseThrow();
    }

    private static Channel hookBehind(FaultToleranceException outcome) {
        return SlackChannels.of(
                        new GivenConfig(Map.of("SLACK_WEBHOOK_URL", "http://127.0.0.1:1/x")),
                        new ClosedGuard(outcome),
                        Clock.systemUTC())
                .orElseThrow();
    }

    @Test
    void a_call_that_was_not_let_through_spares_slack() throws Exception {
        Parcel parcel = SlackParcels.down("billing-web");
        Delivery open = new Delivery.Spared(Duration.ofSeconds(5));
        Delivery full = new Delivery.Spared(Duration.ofMillis(250));

        assertThat(behind(new CircuitBreakerOpenException()).deliver(parcel)).isEqualTo(open);
        assertThat(behind(new BulkheadException()).deliver(parcel)).isEqualTo(full);
        assertThat(hookBehind(new CircuitBreakerOpenException()).deliver(parcel))
                .isEqualTo(open);
        assertThat(hookBehind(new BulkheadException()).deliver(parcel)).isEqualTo(full);
        assertThat(slack.methods()).isEmpty();
    }

    @Test
    void a_call_that_was_cut_off_may_have_been_accepted() throws Exception {
        Parcel parcel = SlackParcels.down("billing-web");

        assertThat(behind(new TimeoutException()).deliver(parcel)).isEqualTo(new Delivery.Uncertain());
        assertThat(hookBehind(new TimeoutException()).deliver(parcel)).isEqualTo(new Delivery.Uncertain());
    }

    @Test
    void who_looks_for_a_message_looks_later_then() throws Exception {
        Parcel parcel = SlackParcels.down("billing-web");

        assertThat(behind(new CircuitBreakerOpenException()).find(parcel))
                .isEqualTo(new Lookup.Later(Optional.of(Duration.ofSeconds(5))));
        assertThat(behind(new TimeoutException()).find(parcel)).isEqualTo(new Lookup.Later(Optional.empty()));
    }
}
