package io.secplat.api.cache;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A JSON answer as the bytes that go over the wire, with a tag that changes when they do. Whoever has the tag already is
 * told so without the bytes.
 */
public final class FinishedAnswer {

    private static final int TAG_BYTES = 16;

    private final byte[] utf8;
    private final String tag;
    private final Optional<String> nextCursor;

    /** The bytes are kept, not copied: nobody changes them any more. */
    public FinishedAnswer(byte[] utf8, Optional<String> nextCursor) {
        this.utf8 = utf8;
        this.tag = tag(utf8);
        this.nextCursor = nextCursor;
    }

    /** Where the next page begins, for a list whose body does not tell. */
    public Optional<String> nextCursor() {
        return nextCursor;
    }

    /** The JSON in UTF-8, for reading only. */
    public byte[] bytes() {
        return utf8;
    }

    /** What it takes to keep it, in bytes. */
    public long weight() {
        return utf8.length;
    }

    /** Quoted, as it stands in the header {@code ETag}. */
    public String tag() {
        return '"' + tag + '"';
    }

    /** 200 with the bytes, or 304 when the caller named their tag. It is the caller's own, and asked for anew each time. */
    public Response.ResponseBuilder to(Request request) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(new EntityTag(tag));
        return (unchanged == null ? Response.ok(utf8, MediaType.APPLICATION_JSON_TYPE) : unchanged)
                .header(HttpHeaders.ETAG, tag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static String tag(byte[] utf8) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
