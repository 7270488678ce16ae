package io.secplat.workers.scan.headers.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.Page;
import io.secplat.workers.scan.headers.seen.PageScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PageReaderTest {

    @Test
    void policies_are_found_wherever_they_stand_and_however_they_are_spelled() {
        assertThat(PageReader.read("<meta HTTP-EQUIV=' Content-security-POLICY ' content=\"img-src 'self'\">"
                                + "<body><p><META http-equiv=content-security-policy content=sandbox>")
                        .policies())
                .containsExactly("img-src 'self'", "sandbox");
    }

    @Test
    void policies_beyond_the_limit_are_not_read() {
        String meta = "<meta http-equiv=content-security-policy content=sandbox>";
        assertThat(PageReader.read(meta.repeat(PageReader.MOST_POLICIES + 1)).policies())
                .hasSize(PageReader.MOST_POLICIES);
    }

    @Test
    void the_last_referrer_counts_and_a_pragma_is_none() {
        assertThat(PageReader.read("<meta name=referrer content=origin><meta name=Referrer content=no-referrer>"
                                + "<meta name=referrer content=''><meta name=referrer http-equiv=x content=unsafe-url>")
                        .referrer())
                .contains("no-referrer");
    }

    @Test
    void what_is_a_comment_a_template_or_text_is_not_part_of_the_page() {
        String meta = "<meta http-equiv=content-security-policy content=sandbox><script src=a.js></script>";
        Page page = PageReader.read("<!--" + meta + "--><template>" + meta + "</template><textarea>" + meta
                + "</textarea><title>" + meta + "</title>");

        assertThat(page).isEqualTo(Page.NONE);
    }

    @Test
    void within_noscript_scripts_count_and_policies_do_not() {
        Page page =
                PageReader.read("<noscript><meta name=referrer content=origin><script src=a.js></script></noscript>");

        assertThat(page.referrer()).isEmpty();
        assertThat(page.scripts()).hasSize(1);
    }

    @Test
    void scripts_tell_source_and_integrity_and_drawn_ones_nothing() {
        assertThat(PageReader.read("<script src='/a.js' integrity=sha384-x></script><script integrity src></script>"
                                + "<script>1</script><svg><script src=/b.js></script></svg>")
                        .scripts())
                .containsExactly(
                        new PageScript(Optional.of("/a.js"), Optional.of("sha384-x")),
                        new PageScript(Optional.of(""), Optional.empty()),
                        new PageScript(Optional.empty(), Optional.empty()),
                        new PageScript(Optional.empty(), Optional.empty()));
    }

    @Test
    void the_first_base_with_an_address_counts() {
        assertThat(PageReader.read("<base target=x><base href=/a/><base href=/b/>")
                        .base())
                .contains("/a/");
    }

    @Test
    void only_what_is_called_html_is_read() {
        String body = "<script></script>";
        assertThat(PageReader.read(typed("text/html; charset=utf-8"), body).scripts())
                .hasSize(1);
        assertThat(PageReader.read(typed("text/plain"), body)).isEqualTo(Page.NONE);
        assertThat(PageReader.read(new HeaderFields(Map.of()), body)).isEqualTo(Page.NONE);
    }

    @Property
    void any_text_is_a_page(@ForAll String text) {
        assertThat(PageReader.read("<svg><script>" + text).scripts()).isNotEmpty();
    }

    private static HeaderFields typed(String type) {
        return new HeaderFields(Map.of("Content-Type", List.of(type)));
    }
}
