package io.secplat.workers.scan.headers.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.scan.headers.scripts.ScriptOrigin.Absolute;
import io.secplat.workers.scan.headers.scripts.ScriptOrigin.AnyScheme;
import io.secplat.workers.scan.headers.scripts.ScriptOrigin.Nowhere;
import io.secplat.workers.scan.headers.scripts.ScriptOrigin.Own;
import io.secplat.workers.scan.headers.seen.Page;
import io.secplat.workers.scan.headers.seen.PageScript;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptOriginTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example/a.js",
                " HTTPS://CDN.Example/a.js ",
                "https:cdn.example/a.js",
                "https:\\\\cdn.example\\a.js",
                "https://user:word@cdn.example:8443/a.js",
                "https://cdn%2eexample/a.js",
                "https://cdn.ex\tample/a.js"
            })
    void browsers_forgive_much_in_an_address_in_full(String source) {
        assertThat(origin(source)).isEqualTo(new Absolute(true, "cdn.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/a.js", "a.js", "?v=1", "#x", "///cdn.example/a.js", "data:text/javascript,1", "ftp://a/b.js"})
    void what_names_no_host_over_http_is_the_pages_own(String source) {
        assertThat(origin(source)).isEqualTo(new Own());
    }

    @Test
    void an_address_without_scheme_takes_the_pages() {
        assertThat(origin("//cdn.example/a.js")).isEqualTo(new AnyScheme());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https://a b/x.js",
                "http://a:99999/x.js",
                "https://1.2.3.999/",
                "https://[1::2::3]/"
            })
    void what_no_browser_can_read_is_loaded_from_nowhere(String source) {
        assertThat(origin(source)).isEqualTo(new Nowhere());
    }

    @Test
    void numbers_are_addresses() {
        assertThat(origin("http://127.1/a.js")).isEqualTo(new Absolute(false, "127.0.0.1"));
        assertThat(origin("http://0x7f000001/a.js")).isEqualTo(new Absolute(false, "127.0.0.1"));
    }

    @Test
    void a_base_decides_where_a_relative_address_leads() {
        assertThat(origin("a.js", "https://cdn.example/x/")).isEqualTo(new Absolute(true, "cdn.example"));
        assertThat(origin("//other.example/a.js", "http://cdn.example/"))
                .isEqualTo(new Absolute(false, "other.example"));
        assertThat(origin("https:a.js", "https://cdn.example/")).isEqualTo(new Absolute(true, "cdn.example"));
        assertThat(origin("a.js", "/app/")).isEqualTo(new Own());
        assertThat(origin(Optional.empty(), Optional.of("https://cdn.example/")))
                .isEqualTo(new Nowhere());
    }

    @Property
    void any_text_has_an_origin(@ForAll String source, @ForAll String base) {
        assertThat(origin(source, base)).isNotNull();
        assertThat(origin("https://" + source, base)).isNotNull();
    }

    private static ScriptOrigin origin(String source) {
        return origin(Optional.of(source), Optional.empty());
    }

    private static ScriptOrigin origin(String source, String base) {
        return origin(Optional.of(source), Optional.of(base));
    }

    private static ScriptOrigin origin(Optional<String> source, Optional<String> base) {
        PageScript script = new PageScript(source, Optional.empty());
        return ScriptOrigin.all(new Page(List.of(), Optional.empty(), base, List.of(script)))
                .get(0);
    }
}
