package io.secplat.workers.scan.headers.csp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CspReaderTest {

    @Test
    void directives_and_sources_are_read_without_regard_to_case_and_white_space() {
        assertThat(sources("default-src", " Default-SRC\t'SELF'   https://CDN.example ;; "))
                .containsExactlyInAnyOrder("'self'", "https://cdn.example");
    }

    @Test
    void a_list_without_sources_allows_nothing() {
        assertThat(sources("img-src", "img-src")).containsExactly("'none'");
    }

    @Test
    void a_source_that_begins_with_its_neighbour_adds_nothing() {
        assertThat(sources("img-src", "img-src https://a.example/foobar https://a.example/foo"))
                .containsExactly("https://a.example/foo");
    }

    @Test
    void of_several_policies_only_what_all_of_them_name_is_left() {
        assertThat(sources(
                        "img-src", "img-src 'self' https://a.example", "img-src https://a.example https://b.example"))
                .containsExactly("https://a.example");
        assertThat(sources("img-src", "img-src 'self'", "img-src https://b.example"))
                .containsExactly("'none'");
        assertThat(sources("script-src", "img-src 'self'", "script-src 'self'")).containsExactly("'none'");
    }

    @Test
    void a_path_with_a_slash_at_its_end_holds_all_below_it_and_escapes_count_as_what_they_mean() {
        assertThat(sources("img-src", "img-src https://a.example/x/", "img-src https://a.example/x/y.png"))
                .containsExactly("https://a.example/x/y.png");
        assertThat(sources("img-src", "img-src https://a.example/%78", "img-src https://a.example/x"))
                .containsExactly("https://a.example/x");
        assertThat(sources("img-src", "img-src https://a.example/x", "img-src https://a.example/x/y"))
                .containsExactly("'none'");
    }

    @Test
    void a_directive_twice_and_a_text_too_short_cannot_be_read() {
        assertThat(CspReader.read(List.of("img-src 'self'; img-src *"))).isEmpty();
        assertThat(CspReader.read(List.of("img-s"))).isEmpty();
        assertThat(CspReader.read(List.of("img-sr"))).isPresent();
        assertThat(CspReader.read(List.of("img-src https://a/%zz", "img-src https://a/%zz")))
                .isEmpty();
    }

    @Test
    void a_reporting_directive_twice_is_noted() {
        assertThat(CspReader.read(List.of("report-uri /a; report-uri /b")))
                .hasValueSatisfying(csp -> assertThat(csp.repeated()).containsExactly("report-uri"));
    }

    @Test
    void some_directives_do_not_count_in_markup() {
        assertThat(CspReader.readMeta(List.of("sandbox; frame-ancestors 'none'; report-uri /x")))
                .hasValueSatisfying(csp -> assertThat(csp.isEmpty()).isTrue());
    }

    @Property
    void any_text_is_read_or_refused(@ForAll String one, @ForAll String other) {
        assertThat(CspReader.read(List.of(one, other)).map(Csp::repeated).orElse(Set.of()))
                .isNotNull();
    }

    private static Set<String> sources(String directive, String... policies) {
        return CspReader.read(List.of(policies))
                .orElseThrow()
                .sources(directive)
                .orElseThrow();
    }
}
