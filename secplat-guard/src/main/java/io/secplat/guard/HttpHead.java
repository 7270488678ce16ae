package io.secplat.guard;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The status line and headers of an answer, at most 32 KiB of them. */
record HttpHead(int status, Map<String, List<String>> headers) {

    private static final int MOST_BYTES = 32 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    /** Reads the head of the final answer; interim ones (1xx) are skipped. */
    static HttpHead read(InputStream in) throws IOException {
        LineReader lines = new LineReader(in, MOST_BYTES);
        HttpHead head;
        do {
            head = readOne(lines);
        } while (head.status < 200);
        return head;
    }

    Optional<String> first(String name) {
        return first(headers, name);
    }

    static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    private static HttpHead readOne(LineReader lines) throws IOException {
        Matcher status = STATUS.matcher(lines.next());
        if (!status.matches()) {
            throw new ProtocolException("not an HTTP answer");
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return new HttpHead(Integer.parseInt(status.group(1)), headers);
    }
}
