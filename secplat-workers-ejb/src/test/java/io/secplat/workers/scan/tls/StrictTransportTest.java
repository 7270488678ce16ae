package io.secplat.workers.scan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.guard.HttpAnswer;
import io.secplat.guard.TargetUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictTransportTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=31536000 | 31536000",
                "includeSubDomains; Max-Age = \"600\" ; preload | 600",
                "max-age=0 | 0",
                "max-age=-5 | 0",
                "max-age=soon | 0",
                "s-max-age=600 | 0",
                "max-age=99999999999999999999 | 0",
                "preload | 0"
            })
    void a_max_age_is_read_as_browsers_do(String header, long seconds) {
        assertThat(StrictTransport.seconds(answer("https://a.example/", header)))
                .isEqualTo(seconds);
    }

    @Test
    void over_plain_http_nobody_listens() {
        assertThat(StrictTransport.seconds(answer("http://a.example/", "max-age=600")))
                .isZero();
    }

    private static HttpAnswer answer(String url, String header) {
        return new HttpAnswer(
                TargetUrl.parse(url), 200, Map.of("strict-transport-security", List.of(header)), "", Optional.empty());
    }
}
