package io.secplat.api.website;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** One file of the website, ready to send: plain and in gzip. */
final class WebsiteFile {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final byte[] plain;
    private final byte[] zipped;
    private final String type;
    private final String tag;
    private final Caching caching;

    private WebsiteFile(String path, byte[] bytes) {
        plain = bytes.clone();
        zipped = zip(plain);
        type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        tag = tag(plain);
        caching = Caching.of(path);
    }

    static WebsiteFile of(String path, byte[] bytes) {
        return new WebsiteFile(path, bytes);
    }

    /** The media type. */
    String type() {
        return type;
    }

    /** The entity tag, made of the content, with its quotes. */
    String tag() {
        return tag;
    }

    /** How long a browser may keep it. */
    Caching caching() {
        return caching;
    }

    /** The number of bytes that {@link #writeTo} writes. */
    int length(boolean inGzip) {
        return inGzip ? zipped.length : plain.length;
    }

    void writeTo(OutputStream out, boolean inGzip) throws IOException {
        out.write(inGzip ? zipped : plain);
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
