package io.secplat.workers.api.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.CurrentTrace;
import io.secplat.workers.api.ApiTransport.Request;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpApiTransportTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final Request GET = new Request("GET", "/x", Map.of(), null);

    @Test
    void a_body_that_never_ends_is_cut_off_in_time() {
        SERVER.stubFor(
                get("/api/x").willReturn(aResponse().withBody("0123456789").withChunkedDribbleDelay(10, 60_000)));
        HttpApiTransport transport = new HttpApiTransport(SERVER.baseUrl() + "/api", Duration.ofMillis(300));

        assertThatThrownBy(() -> transport.exchange(GET)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws Exception {
        SERVER.stubFor(get("/api/x").willReturn(aResponse().withStatus(302).withHeader("Location", "/api/y")));

        assertThat(new HttpApiTransport(SERVER.baseUrl() + "/api").exchange(GET).status())
                .isEqualTo(302);
    }

    @Test
    @SuppressWarnings("try")
    void a_call_carries_the_trace_of_its_thread_on() throws Exception {
        SERVER.stubFor(get("/api/x").willReturn(aResponse()));
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        HttpApiTransport transport = new HttpApiTransport(SERVER.baseUrl() + "/api");

        try (CurrentTrace.Scope unused = CurrentTrace.begin(TraceContext.parse(parent, "congo=1"))) {
            transport.exchange(GET);
        }
        transport.exchange(GET);

        SERVER.verify(
                1,
                getRequestedFor(urlEqualTo("/api/x"))
                        .withHeader("traceparent", equalTo(parent))
                        .withHeader("tracestate", equalTo("congo=1")));
        SERVER.verify(1, getRequestedFor(urlEqualTo("/api/x")).withoutHeader("traceparent"));
    }

    @Test
    void an_address_of_another_kind_is_refused_at_once() {
        assertThatThrownBy(() -> new HttpApiTransport("file:/etc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("API_URL");
    }
}
