package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TargetGuardTest {

    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void an_allowed_network_opens_itself_and_nothing_else() {
        TargetGuard local = guard("127.0.0.0/8, ::1");

        assertThat(local.check("http://localhost/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(local.check("http://[::ffff:127.0.0.1]/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(local.check("http://10.0.0.1/")).isInstanceOf(Verdict.Refused.class);
        assertThat(local.check("http://[2002:7f00:0001::]/")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_name_is_resolved_once_and_all_its_addresses_stand_in_the_verdict() {
        Verdict verdict = guard("").check("https://example.com/");

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Allowed.class, allowed -> {
            assertThat(allowed.addresses()).hasSize(2);
            assertThat(allowed.endpoint()).hasToString("example.com:443");
        });
        assertThat(questions).hasValue(1);
    }

    @Test
    void a_refusal_says_why_and_names_the_address() {
        assertThat(guard("").check("http://intranet.attacker.test/"))
                .isEqualTo(new Verdict.Refused(
                        Refusal.PRIVATE_NETWORK,
                        "the address is in a private network that is not allowed (10.20.30.40)"));
    }

    @Test
    void a_setting_that_is_no_network_is_named() {
        for (String wrong : List.of("10.0.0.0/33", "10.0.0.1/8", "intranet", "10.0.0.0/", "fd00::/129", "1.2.3/8")) {
            assertThatThrownBy(() -> AllowedNetworks.parse("127.0.0.0/8," + wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("SECPLAT_ALLOWED_NETWORKS")
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void the_port_of_an_asset_is_its_own_and_another_one_needs_to_be_allowed() {
        TargetGuard strict = guard("");
        TargetGuard wide = new TargetGuard(AllowedNetworks.NONE, AllowedPorts.parse("8000-8099, 9443"), this::resolve);

        assertThat(strict.check(Endpoint.parse("example.com:9443"))).isInstanceOf(Verdict.Allowed.class);
        assertThat(strict.check("http://example.com:9443/"))
                .isEqualTo(new Verdict.Refused(Refusal.PORT_NOT_ALLOWED, "the port is not allowed (9443)"));
        for (String allowed : List.of("80", "443", "8000", "8050", "8099", "9443")) {
            assertThat(wide.check("http://example.com:" + allowed)).isInstanceOf(Verdict.Allowed.class);
        }
        for (String refused : List.of("22", "7999", "8100", "9442", "9444")) {
            assertThat(wide.check("http://example.com:" + refused)).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void a_setting_that_is_no_port_is_named() {
        for (String wrong : List.of("0", "65536", "http", "80-", "-80", "90-80", "1-65536", "8080:8081", "+80")) {
            assertThatThrownBy(() -> AllowedPorts.parse("8080," + wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("SECPLAT_ALLOWED_PORTS")
                    .hasMessageContaining(wrong);
        }
        assertThat(AllowedPorts.parse(" , ")).isEqualTo(AllowedPorts.WEB);
    }

    @Test
    void a_location_is_read_by_the_same_parser() {
        TargetUrl page = TargetUrl.parse("https://example.com/a/b?c");

        assertThat(page.resolve("d")).hasToString("https://example.com/a/d");
        assertThat(page.resolve("?d")).hasToString("https://example.com/a/b?d");
        assertThat(page.resolve("#d")).isEqualTo(page);
        assertThat(page.resolve("")).isEqualTo(page);
        assertThat(page.resolve("../../../d")).extracting(TargetUrl::endpoint).isEqualTo(page.endpoint());
        assertThat(page.resolve("//10.0.0.1/")).hasToString("https://10.0.0.1/");
        assertThatThrownBy(() -> page.resolve("file:///etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private TargetGuard guard(String allowed) {
        return new TargetGuard(AllowedNetworks.parse(allowed), this::resolve);
    }

    private List<InetAddress> resolve(String name) throws IOException {
        questions.incrementAndGet();
        return Corpus.resolve(name);
    }
}
