package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UrlPropertiesTest {

    @Property(tries = 4_000)
    void any_text_is_read_or_refused_as_malformed_and_what_is_read_round_trips(@ForAll String text) {
        Optional<TargetUrl> unused = readsAsItself(text);
    }

    @Property(tries = 20_000)
    void a_text_that_looks_like_a_url_is_read_or_refused_as_malformed_and_round_trips(
            @ForAll("nearlyUrls") String text) {
        Optional<TargetUrl> unused = readsAsItself(text);
    }

    @Property(tries = 5_000)
    void a_location_never_leads_out_of_the_parser(@ForAll("nearlyUrls") String location, @ForAll("paths") String path) {
        TargetUrl page = TargetUrl.parse("https://example.com/a/b?c");
        assertReadsAsItself(page, location);
        assertReadsAsItself(page, path);
    }

    @Property(tries = 5_000)
    void a_host_and_port_are_read_as_they_were_made(@ForAll("names") String name, @ForAll("ports") int port) {
        TargetUrl url = TargetUrl.parse("http://" + name + ":" + port + "/");

        assertThat(url.endpoint().host().value()).isEqualTo(name);
        assertThat(url.endpoint().port()).isEqualTo(port);
        assertThat(readsAsItself(url.toString())).contains(url);
    }

    /** Any other exception than the declared one fails the property. */
    private static Optional<TargetUrl> readsAsItself(String text) {
        try {
            TargetUrl read = TargetUrl.parse(text);
            assertThat(TargetUrl.parse(read.toString())).isEqualTo(read);
            assertThat(read.toString()).matches("https?://[a-z0-9._:\\[\\]-]+/[\\x21-\\x7e]*");
            return Optional.of(read);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    private static void assertReadsAsItself(TargetUrl page, String location) {
        try {
            TargetUrl led = page.resolve(location);
            assertThat(readsAsItself(led.toString())).contains(led);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> nearlyUrls() {
        Arbitrary<String> schemes =
                Arbitraries.of("http://", "https://", "HTTP://", "http:", "//", "", "ftp://", "http:/\\", "http://a@");
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        "example.com",
                        "127.0.0.1",
                        "0x7f",
                        "[::1]",
                        "[",
                        "]",
                        "::",
                        ".",
                        "..",
                        "\u3002",
                        "\uff0e",
                        "%00",
                        "%2e",
                        "@",
                        ":",
                        ":80",
                        ":0",
                        ":65536",
                        "/",
                        "\\",
                        "?",
                        "#",
                        "\t",
                        "\r\n",
                        " ",
                        "xn--",
                        "\u00df",
                        "\u200d",
                        "\u00ad",
                        "\ud800",
                        "\u0130",
                        "\u2100",
                        "\uff05",
                        "1",
                        "255",
                        "-",
                        "_",
                        "a".repeat(64)),
                Arbitraries.strings().ofMaxLength(6));
        Arbitrary<String> rest = pieces.list().ofMaxSize(8).map(parts -> String.join("", parts));
        return Combinators.combine(schemes, rest).as(String::concat);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings()
                .withChars("/.?#;:@%a1 ")
                .withChars("\u00e4\u65e5\ud83d")
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> label = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(20);
        return label.list().ofMinSize(1).ofMaxSize(4).map(labels -> String.join(".", labels) + ".example");
    }

    @Provide
    Arbitrary<Integer> ports() {
        return Arbitraries.integers().between(1, 65_535);
    }
}
