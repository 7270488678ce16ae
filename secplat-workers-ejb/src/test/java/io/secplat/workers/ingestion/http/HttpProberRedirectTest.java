package io.secplat.workers.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.ProbeError;
import io.secplat.guard.Refusal;
import io.secplat.workers.ingestion.CheckResult;
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
}
