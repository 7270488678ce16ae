package io.secplat.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends a request byte by byte as it is given, for what no proper client would send; one connection for each. */
public final class RawHttp {

    private static final int PATIENCE_MS = 30_000;

    private final URI base;

    public RawHttp(URI base) {
        this.base = base;
    }

    /**
     * The answer to a request; an AssertionError when there is none.
     *
     * @param target path and query, not checked
     * @param headers lines such as {@code Accept: text/html}, sent as Latin-1
     */
    public Answer send(String method, String target, List<String> headers, byte[] body) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            write(socket.getOutputStream(), head(method, target, headers, body.length), body);
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (EOFException | SocketException e) {
            throw new AssertionError("no answer to " + method + " " + target, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head(String method, String target, List<String> headers, int length) {
        List<String> lines = new ArrayList<>(List.of(
                method + " " + target + " HTTP/1.1",
                "Host: " + base.getHost() + ":" + base.getPort(),
                "Connection: close"));
        if (length > 0 && headers.stream().noneMatch(line -> line.startsWith("Content-Length:"))) {
            lines.add("Content-Length: " + length);
        }
        lines.addAll(headers);
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** A server may answer before it has read everything. */
    private static void write(OutputStream out, String head, byte[] body) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        try {
            out.write(body);
            out.flush();
        } catch (SocketException e) {
            out.flush();
        }
    }

    private static Answer read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        HttpHeaders read = HttpHeaders.of(headers, (name, value) -> true);
        return new Answer(status, read, new String(body(in, read), StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, HttpHeaders headers) throws IOException {
        if (headers.firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
            return new byte[0];
        }
        if (headers.firstValue("Transfer-Encoding")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .equals("chunked")) {
            return chunks(in);
        }
        long length = headers.firstValueAsLong("Content-Length").orElse(-1);
        return length < 0 ? in.readAllBytes() : in.readNBytes((int) length);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            all.write(in.readNBytes(size));
            line(in);
        }
        return all.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
