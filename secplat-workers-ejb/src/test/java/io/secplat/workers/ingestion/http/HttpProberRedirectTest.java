package io.secplat.workers.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.model.ProbeError;
import io.secplat.guard.Refusal;
import io.secplat.workers.ingestion.CheckResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpProberRedirectTest extends ProberBench {

    @Test
    void a_redirect_is_an_answer_when_it_is_not_to_be_followed() {
        redirect("/old", "/ok");
        answer("/ok", 200, "fine");

        assertThat(prober.check(probe("/old").build())).isEqualTo(new CheckResult.Up(302));
        assertThat(prober.check(probe("/old").expecting("200").build())).isEqualTo(down(ProbeError.HTTP_STATUS, 302));
    }

    @Test
    void redirects_on_the_same_host_are_followed_and_the_last_answer_counts() {
        redirect("/old", "/older");
        redirect("/older", "http://127.0.0.1:" + port() + "/broken");
        answer("/broken", 500, "");

        assertThat(prober.check(probe("/old").following().build())).isEqualTo(down(ProbeError.HTTP_STATUS, 500));
    }

    @Test
    void five_redirects_are_followed_and_the_sixth_counts() {
        for (int i = 0; i < 6; i++) {
            redirect("/r" + i, "/r" + (i + 1));
        }
        answer("/r6", 200, "");

        assertThat(prober.check(probe("/r1").following().expecting("200").build()))
                .isEqualTo(new CheckResult.Up(200));
        assertThat(prober.check(probe("/r0").following().expecting("200").build()))
                .isEqualTo(down(ProbeError.HTTP_STATUS, 302));
    }

    @Test
    void a_redirect_to_another_host_is_not_followed() {
        redirect("/away", "http://there.test:" + port() + "/ok");
        answer("/ok", 200, "");

        assertThat(prober.check(new Given("http://here.test:" + port() + "/away")
                        .following()
                        .expecting("200")
                        .build()))
                .isEqualTo(down(ProbeError.HTTP_STATUS, 302));
    }

    @Test
    void an_address_that_cannot_be_asked_says_nothing_about_its_target() {
        assertThat(prober.check(new Given("http://127.0.0.1/a b").build())).isInstanceOf(CheckResult.Refused.class);
        assertThat(prober.check(new Given("http://user:secret@127.0.0.1/").build()))
                .isEqualTo(new CheckResult.Refused(
                        Refusal.MALFORMED, "the address is malformed (no credentials in a URL)"));
    }

    @Test
    void a_redirect_to_another_port_of_the_host_is_not_followed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            other.setSoTimeout(100);
            redirect("/away", "http://127.0.0.1:" + other.getLocalPort() + "/");

            assertThat(prober.check(probe("/away").following().expecting("200").build()))
                    .isEqualTo(down(ProbeError.HTTP_STATUS, 302));
            assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_name_that_leads_elsewhere_at_the_redirect_is_refused_there() {
        redirect("/old", "/new");
        answer("/new", 200, "fine");
        String start = "http://rebound.test:" + port() + "/old";

        assertThat(prober.check(new Given(start).following().expecting("200").build()))
                .isInstanceOfSatisfying(CheckResult.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.PRIVATE_NETWORK));
    }
}
