package io.secplat.search.opensearch;

import static io.secplat.search.Documents.key;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.search.SearchUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AwayTest {

    @Test
    void a_cluster_that_is_away_is_told_without_host_or_driver_text() throws IOException {
        try (OpenSearchRecord record = record(closedPort())) {
            assertThatThrownBy(() -> record.statuses().find(key("billing-web")))
                    .isInstanceOf(SearchUnavailableException.class)
                    .satisfies(thrown -> Assertions.assertThat(text(thrown))
                            .doesNotContain("127.0.0.1")
                            .doesNotContain("refused"));
        }
    }

    @Test
    void a_record_that_was_never_used_opens_nothing() throws IOException {
        try (OpenSearchRecord record = record(1)) {
            record.events();
        }
    }

    private static OpenSearchRecord record(int port) {
        URI url = SearchSettings.address("http://u:s3cret@127.0.0.1:" + port);
        return new OpenSearchRecord(new SearchSettings(url, "e", "a", "s", "h"), Clock.systemUTC());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
