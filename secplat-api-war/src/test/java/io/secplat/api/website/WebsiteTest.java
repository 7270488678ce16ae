package io.secplat.api.website;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebsiteTest {

    private final WebsiteFile page = file("/index.html");
    private final WebsiteFile script = file("/app/main.js");
    private final Website website = new Website(Map.of("/index.html", page, "/app/main.js", script));

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/login", "/overview", "/assets", "/assets/billing-web", "/jobs/12", "/schedules", "/queue"
            })
    void every_stable_link_leads_to_the_page(String link) {
        assertThat(website.at(link)).containsSame(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/gone-ABCDEFGH.js", "/app", "/WEB-INF/web.xml", "/overviews", "/../index.html"})
    void anything_else_is_not_there(String path) {
        assertThat(website.at(path)).isEmpty();
    }

    @Test
    void a_file_is_found_by_its_path() {
        assertThat(website.at("/app/main.js")).containsSame(script);
    }

    @Test
    void only_files_named_after_their_content_are_kept_for_ever() {
        assertThat(Caching.of("/app/assets-7CNWX4IY.js")).isEqualTo(Caching.FOREVER);
        assertThat(Caching.of("/app/main.js")).isEqualTo(Caching.ASK);
        assertThat(Caching.of("/index.html")).isEqualTo(Caching.ASK);
    }

    @Test
    void another_content_has_another_tag() {
        assertThat(WebsiteFile.of("/a.css", "a".getBytes(UTF_8)).tag())
                .isNotEqualTo(WebsiteFile.of("/a.css", "b".getBytes(UTF_8)).tag());
    }

    @Test
    void no_script_may_run_but_the_websites_own() {
        assertThat(SecurityHeaders.ALL.get("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    private static WebsiteFile file(String path) {
        return WebsiteFile.of(path, path.getBytes(UTF_8));
    }
}
