package io.secplat.workers.ingestion.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one HTTP/1 answer to a GET: to its end, or to the 64 KiB of the body that a check looks at. */
final class AnswerReader {

    private static final int BODY_MOST = 64 * 1024;
    private static final int HEAD_MOST = 64 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.\\d (\\d{3})(?: .*)?");

    private final InputStream in;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int headBytes;

    AnswerReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    HttpAnswer read() throws IOException {
        int status = status();
        Map<String, String> headers = headers();
        while (status < 200) {
            status = status();
            headers = headers();
        }
        if (status != 204 && status != 304) {
            readBody(headers);
        }
        return HttpAnswer.of(status, headers, body.toByteArray());
    }

    private int status() throws IOException {
        Matcher line = STATUS_LINE.matcher(line());
        if (!line.matches()) {
            throw new MalformedAnswerException("status line");
        }
        return Integer.parseInt(line.group(1));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private void readBody(Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            readChunks();
        } else if (length != null) {
            copy(number(length, 10));
        } else {
            body.write(in.readNBytes(BODY_MOST));
        }
    }

    private void readChunks() throws IOException {
        long size = chunkSize();
        while (size > 0 && body.size() < BODY_MOST) {
            copy(size);
            if (body.size() < BODY_MOST) {
                line();
                size = chunkSize();
            }
        }
    }

    private long chunkSize() throws IOException {
        return number(line().split(";", 2)[0].strip(), 16);
    }

    private void copy(long length) throws IOException {
        int wanted = (int) Math.min(length, BODY_MOST - body.size());
        byte[] part = in.readNBytes(wanted);
        if (part.length < wanted) {
            throw new EOFException("body ended early");
        }
        body.write(part);
    }

    private static long number(String text, int radix) throws MalformedAnswerException {
        try {
            return Long.parseUnsignedLong(text, radix) & Long.MAX_VALUE;
        } catch (NumberFormatException e) {
            throw new MalformedAnswerException("length");
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("answer ended early");
            }
            if (++headBytes > HEAD_MOST) {
                throw new MalformedAnswerException("head longer than 64 KiB");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
