package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {

    private static final int ATTACKS = 630;
    private static final int LEGAL = 123;

    private final TargetGuard guard = guard("");

    @ParameterizedTest
    @MethodSource("attacks")
    void an_attack_is_refused_for_its_reason(String url, String refusal) {
        assertThat(guard.check(Corpus.url(url))).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.valueOf(refusal));
            assertThat(refused.detail()).startsWith(refused.refusal().text()).doesNotContain("Exception");
        });
    }

    @ParameterizedTest
    @MethodSource("legal")
    void a_legal_url_is_read_as_it_is_meant_and_allowed(String url, String host, String port, String path) {
        TargetUrl read = TargetUrl.parse(Corpus.url(url));

        assertThat(read.endpoint().host().value()).isEqualTo(host);
        assertThat(read.endpoint().port()).isEqualTo(Integer.parseInt(port));
        assertThat(read.path()).isEqualTo(path);
        assertThat(TargetUrl.parse(read.toString())).isEqualTo(read);
        assertThat(guard.check(Corpus.url(url))).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void no_line_is_lost_and_none_stands_twice() {
        assertThat(Corpus.lines("attack-urls.txt")).hasSize(ATTACKS).doesNotHaveDuplicates();
        assertThat(Corpus.lines("legal-urls.txt")).hasSize(LEGAL).doesNotHaveDuplicates();
        assertThat(attacks().map(line -> Refusal.valueOf(line[1])).distinct())
                .containsExactlyInAnyOrder(Refusal.values());
    }

    @ParameterizedTest
    @MethodSource("never")
    void what_can_never_be_a_target_stays_refused_when_everything_is_allowed(String url) {
        assertThat(guard("0.0.0.0/0,::/0").check(Corpus.url(url))).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("absolute")
    void a_location_is_read_or_refused_as_a_url_is(String url, String refusal) {
        TargetUrl page = TargetUrl.parse("https://example.com/");
        if (refusal.equals("MALFORMED")) {
            assertThatThrownBy(() -> page.resolve(Corpus.url(url))).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(page.resolve(Corpus.url(url))).isEqualTo(TargetUrl.parse(Corpus.url(url)));
        }
    }

    @Test
    void a_refusal_repeats_nothing_of_a_url_that_could_not_be_read() {
        assertThat(guard.check("http://user:hunter2@example.com/"))
                .isEqualTo(
                        new Verdict.Refused(Refusal.MALFORMED, "the address is malformed (no credentials in a URL)"));
        assertThat(guard.check("http://hunter2\u2100.example/"))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.detail())
                        .doesNotContain("hunter2"));
    }

    private static TargetGuard guard(String networks) {
        return new TargetGuard(AllowedNetworks.parse(networks), AllowedPorts.parse(Corpus.PORTS), Corpus::resolve);
    }

    static Stream<String[]> attacks() {
        return Corpus.lines("attack-urls.txt").map(CorpusTest::parted);
    }

    static Stream<String[]> absolute() {
        return attacks().filter(line -> Corpus.url(line[0]).matches("(?is)https?://.*"));
    }

    static Stream<String[]> legal() {
        return Corpus.lines("legal-urls.txt").map(line -> line.split(" ", -1));
    }

    static Stream<String> never() {
        return attacks().filter(line -> !Refusal.valueOf(line[1]).liftable()).map(line -> line[0]);
    }

    private static String[] parted(String line) {
        int space = line.lastIndexOf(' ');
        return new String[] {line.substring(0, space), line.substring(space + 1)};
    }
}
