package io.secplat.workers.notify.jira;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps given words out of the logs of the HTTP clients that a MicroProfile Rest Client may stand on; they write headers
 * and bodies when somebody turns them up. A record with such a word is left out whole.
 */
final class WireLogs {

    /** Held for good, since a logger that nobody holds forgets its filter. */
    private static final List<Logger> CLIENTS = Stream.of(
                    "org.apache.http.headers",
                    "org.apache.http.wire",
                    "org.apache.hc.client5.http.headers",
                    "org.apache.hc.client5.http.wire",
                    "sun.net.www.protocol.http.HttpURLConnection",
                    "jdk.internal.httpclient.debug")
            .map(Logger::getLogger)
            .toList();

    private WireLogs() {}

    static void hide(List<String> words) {
        CLIENTS.forEach(client -> {
            Filter before = client.getFilter();
            client.setFilter(log -> (before == null || before.isLoggable(log)) && !shows(log, words));
        });
    }

    private static boolean shows(LogRecord log, List<String> words) {
        String text = log.getMessage() + Arrays.toString(log.getParameters());
        return words.stream().anyMatch(text::contains);
    }
}
