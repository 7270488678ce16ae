package io.secplat.api.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnUrlTest {

    private static final String SEEN = "http://10.0.0.7:9080/api/x";

    @Test
    void behind_a_proxy_it_is_the_public_one() {
        OwnUrl url = new OwnUrl(Optional.of("https://secplat.example.org/"));

        assertThat(url.of(SEEN, "/api/x", Optional.empty())).isEqualTo("https://secplat.example.org/api/x");
        assertThat(url.of(SEEN, "/api/x", Optional.of("a=1"))).isEqualTo("https://secplat.example.org/api/x?a=1");
    }

    @Test
    void without_one_it_is_what_this_server_sees() {
        assertThat(new OwnUrl(Optional.of(" ")).of(SEEN, "/api/x", Optional.of("a=1")))
                .isEqualTo(SEEN + "?a=1");
    }
}
