package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetGuardTest {

    private static final String PUBLIC = "93.184.215.14";

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("localhost", List.of("127.0.0.1", "::1")),
            Map.entry("loopback.attacker.test", List.of("127.0.0.1")),
            Map.entry("loopback6.attacker.test", List.of("::1")),
            Map.entry("both.attacker.test", List.of(PUBLIC, "127.0.0.1")),
            Map.entry("intranet.attacker.test", List.of("10.20.30.40")),
            Map.entry("metadata.attacker.test", List.of("169.254.169.254")),
            Map.entry("metadata.google.internal", List.of("169.254.169.254")),
            Map.entry("zero.attacker.test", List.of("0.0.0.0")),
            Map.entry("example.com", List.of(PUBLIC, "2606:2800:220:1:248:1893:25c8:1946")),
            Map.entry("sub-domain.example.com", List.of(PUBLIC)),
            Map.entry("under_score.example.com", List.of(PUBLIC)),
            Map.entry("xn--mnchen-3ya.example", List.of(PUBLIC)));

    private final AtomicInteger questions = new AtomicInteger();

    @ParameterizedTest
    @MethodSource("attacks")
    void an_attack_is_refused_for_its_reason(String url, String refusal) {
        assertThat(guard("").check(url))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.valueOf(refusal)));
    }

    @ParameterizedTest
    @MethodSource("legal")
    void a_legal_url_is_allowed(String url) {
        assertThat(guard("").check(url)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void what_can_never_be_a_target_stays_refused_when_everything_is_allowed() {
        TargetGuard open = guard("0.0.0.0/0,::/0");

        Stream<String[]> never = lines("attack-urls.txt")
                .map(line -> line.split(" ", 2))
                .filter(line -> !Refusal.valueOf(line[1]).liftable());
        assertThat(never).hasSizeGreaterThan(60).allSatisfy(line -> assertThat(open.check(line[0]))
                .isInstanceOf(Verdict.Refused.class));
        assertThat(open.check("http://10.0.0.1/")).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void an_allowed_network_opens_itself_and_nothing_else() {
        TargetGuard local = guard("127.0.0.0/8, ::1");

        assertThat(local.check("http://localhost:9091/")).isInstanceOf(Verdict.Allowed.class);
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
    void a_location_is_read_by_the_same_parser() {
        TargetUrl page = TargetUrl.parse("https://example.com/a/b?c");

        assertThat(page.resolve("d")).hasToString("https://example.com/a/d");
        assertThat(page.resolve("//10.0.0.1/")).hasToString("https://10.0.0.1/");
        assertThatThrownBy(() -> page.resolve("file:///etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private TargetGuard guard(String allowed) {
        return new TargetGuard(AllowedNetworks.parse(allowed), this::resolve);
    }

    private List<InetAddress> resolve(String name) throws IOException {
        questions.incrementAndGet();
        if (!NAMES.containsKey(name)) {
            throw new UnknownHostException(name);
        }
        return NAMES.get(name).stream()
                .map(text -> Host.parse(text).literal().orElseThrow())
                .toList();
    }

    static Stream<String[]> attacks() {
        return lines("attack-urls.txt").map(line -> line.split(" ", 2));
    }

    static Stream<String> legal() {
        return lines("legal-urls.txt");
    }

    private static Stream<String> lines(String file) {
        InputStream in = Objects.requireNonNull(TargetGuardTest.class.getResourceAsStream("/guard/" + file));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] lines = reader.lines().toArray(String[]::new);
            return Arrays.stream(lines).filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
