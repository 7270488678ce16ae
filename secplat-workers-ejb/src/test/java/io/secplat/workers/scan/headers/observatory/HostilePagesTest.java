package io.secplat.workers.scan.headers.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.scan.headers.visit.HeaderExam;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page as long as the scan reads any, made so that a careless reader would take hours. */
@Timeout(20)
class HostilePagesTest {

    private static final int LONGEST = HeaderExam.MOST_BODY;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<svg>",
                "<script>",
                "<script></script>",
                "<svg><script>",
                "<svg><script></script>",
                "<template>",
                "<noscript><meta name=referrer>",
                "<b><i><p>",
                "<table>",
                "<select><option>",
                "<base href=https://cdn.example/><script src=a></script>",
                "<script src=//cdn.example/a.js></script>",
                "<meta http-equiv=content-security-policy content='img-src a b c d e f'>",
                "<meta name=referrer content=origin>"
            })
    void markup_repeated_to_the_limit_is_judged_in_a_moment(String part) {
        assertThat(judged(part.repeat(LONGEST / part.length())).results()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ".", "/", "?", "@", "a.", "%", "//a@", "a ", "a;", "9", "[", "'nonce-", "\u00a0"})
    void an_attribute_repeated_to_the_limit_is_judged_in_a_moment(String part) {
        String value = part.repeat((LONGEST - 1_000) / 3 / part.length());
        String address = "https://a" + value.replace("'", "") + "b";
        String markup = "<script src='" + address + "'></script><base href='" + address + "'>"
                + "<meta http-equiv=content-security-policy content=\"img-src " + value + "x\">";

        assertThat(judged(markup).results()).hasSize(10);
    }

    private static Scorecard judged(String html) {
        return new SiteBench().says(html).judged();
    }
}
