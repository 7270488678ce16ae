package io.secplat.workers.scan.headers.cookies;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.scan.headers.seen.CookieLine;
import io.secplat.workers.scan.headers.suffix.ListedSuffixes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CookieJarTest {

    private static final ListedSuffixes SUFFIXES = ListedSuffixes.bundled();

    @Test
    void attributes_are_read_without_regard_to_case_and_the_last_of_a_name_counts() {
        assertThat(kept("id=1; SECURE; httponly; SameSite=Lax; samesite=Strict; Path=/a"))
                .containsExactly(new Cookie("id", "", "/a", true, true, "strict"));
    }

    @Test
    void a_cookie_holds_no_value() {
        assertThat(kept("id=secret").toString()).doesNotContain("secret");
        assertThat(new CookieLine("a.example", "/", "id=secret").toString()).doesNotContain("secret");
    }

    @Test
    void a_later_cookie_of_the_same_name_domain_and_path_replaces_the_earlier_one() {
        assertThat(kept("id=1", "id=2; Secure")).singleElement().matches(Cookie::secure);
        assertThat(kept("id=1", "id=2; Path=/other", "id=3; Domain=site.example"))
                .hasSize(3);
    }

    @Test
    void a_cookie_for_another_domain_or_a_public_suffix_is_not_kept() {
        assertThat(kept("id=1; Domain=other.example")).isEmpty();
        assertThat(kept("id=1; Domain=example")).isEmpty();
        assertThat(kept("id=1; Domain=.site.example")).hasSize(1);
        assertThat(CookieJar.kept(List.of(new CookieLine("a.co.uk", "/", "id=1; Domain=co.uk")), SUFFIXES))
                .isEmpty();
        assertThat(CookieJar.kept(List.of(new CookieLine("a.github.io", "/", "id=1; Domain=github.io")), SUFFIXES))
                .isEmpty();
    }

    @Test
    void a_prefix_is_a_promise() {
        assertThat(kept("__Secure-id=1")).isEmpty();
        assertThat(kept("__Secure-id=1; Secure")).hasSize(1);
        assertThat(kept("__Host-id=1; Secure; Path=/app")).isEmpty();
        assertThat(kept("__Host-id=1; Secure; Domain=www.site.example")).isEmpty();
        assertThat(kept("__Host-id=1; Secure; Path=/")).hasSize(1);
    }

    @Test
    void a_line_without_a_name_is_no_cookie() {
        assertThat(kept("value", "=value", "", "; Secure")).isEmpty();
    }

    @Test
    void only_three_values_of_same_site_are_any() {
        assertThat(List.of("a=1; SameSite", "a=1; SameSite=", "a=1; samesite=maybe"))
                .allMatch(CookieReader::misusesSameSite);
        assertThat(List.of("a=1", "a=1; SameSite=None", "a=1; samesite = LAX"))
                .noneMatch(CookieReader::misusesSameSite);
    }

    @Property
    void any_line_is_read_or_left_out(@ForAll String line) {
        assertThat(kept(line)).hasSizeLessThanOrEqualTo(1);
    }

    private static Collection<Cookie> kept(String... lines) {
        return CookieJar.kept(
                Arrays.stream(lines)
                        .map(line -> new CookieLine("www.site.example", "/", line))
                        .toList(),
                SUFFIXES);
    }
}
