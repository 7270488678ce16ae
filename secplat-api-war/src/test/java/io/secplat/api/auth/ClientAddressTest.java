package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private final ClientAddress direct = ClientAddress.behind("");
    private final ClientAddress proxied = ClientAddress.behind("10.0.0.0/8, 2001:db8:1::/48");

    @Test
    void without_trusted_proxies_nobody_can_say_to_be_somebody_else() {
        assertThat(direct.of("10.0.0.1", List.of("203.0.113.7"))).isEqualTo("10.0.0.1");
    }

    @Test
    void a_trusted_proxy_tells_who_called_it() {
        assertThat(proxied.of("10.0.0.1", List.of("203.0.113.7"))).isEqualTo("203.0.113.7");
        assertThat(proxied.of("2001:db8:1::5", List.of("2001:db8:9::7"))).isEqualTo("2001:db8:9::7");
        assertThat(proxied.of("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    }

    @Test
    void the_last_address_that_is_no_proxy_counts_whatever_the_caller_wrote_before_it() {
        assertThat(proxied.of("10.0.0.1", List.of("198.51.100.1, 203.0.113.7", "10.0.0.2")))
                .isEqualTo("203.0.113.7");
        assertThat(proxied.of("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
        assertThat(proxied.of("10.0.0.1", List.of("localhost"))).isEqualTo("10.0.0.1");
    }

    @Test
    void an_ipv6_address_is_counted_with_its_network() {
        assertThat(ClientAddress.counted("2001:db8:9:1::7")).isEqualTo(ClientAddress.counted("2001:db8:9:1:f::8"));
        assertThat(ClientAddress.counted("2001:db8:9:1::7")).isNotEqualTo(ClientAddress.counted("2001:db8:9:2::7"));
        assertThat(ClientAddress.counted("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void a_wrong_network_names_the_setting() {
        assertThatThrownBy(() -> ClientAddress.behind("proxy.example.org")).hasMessageContaining("TRUSTED_PROXIES");
    }
}
