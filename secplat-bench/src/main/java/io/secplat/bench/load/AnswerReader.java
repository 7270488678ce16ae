package io.secplat.bench.load;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Reads one HTTP/1.1 answer after another from the bytes of a connection, by length or in chunks; keeps no body. */
final class AnswerReader {

    private enum At {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final StringBuilder line = new StringBuilder();
    private At at = At.HEAD;
    private int status;
    private long left;
    private boolean chunked;
    private long bytes;

    int status() {
        return status;
    }

    /** Bytes of the last answer's body. */
    long bytes() {
        return bytes;
    }

    /** Takes what is there; true once an answer is complete, with what follows it left in the buffer. */
    boolean read(ByteBuffer in) {
        while (in.hasRemaining()) {
            boolean complete = isContent() ? skip(in) : character((char) (in.get() & 0xff));
            if (complete) {
                at = At.HEAD;
                return true;
            }
        }
        return false;
    }

    private boolean isContent() {
        return at == At.BODY || at == At.CHUNK;
    }

    private boolean skip(ByteBuffer in) {
        int step = (int) Math.min(left, in.remaining());
        in.position(in.position() + step);
        left -= step;
        bytes += step;
        if (left > 0) {
            return false;
        }
        if (at == At.CHUNK) {
            at = At.CHUNK_END;
            return false;
        }
        return true;
    }

    private boolean character(char c) {
        if (c == '\r') {
            return false;
        }
        if (c != '\n') {
            line.append(c);
            return false;
        }
        String text = line.toString();
        line.setLength(0);
        return switch (at) {
            case HEAD -> head(text);
            case CHUNK_SIZE -> chunk(text);
            case TRAILER -> text.isEmpty();
            default -> {
                at = At.CHUNK_SIZE;
                yield false;
            }
        };
    }

    private boolean head(String text) {
        if (text.startsWith("HTTP/1.1 ")) {
            status = Integer.parseInt(text, 9, 12, 10);
            left = 0;
            bytes = 0;
            chunked = false;
            return false;
        }
        if (!text.isEmpty()) {
            header(text.toLowerCase(Locale.ROOT));
            return false;
        }
        at = chunked ? At.CHUNK_SIZE : At.BODY;
        return !chunked && (left == 0 || status == NO_CONTENT || status == NOT_MODIFIED);
    }

    private void header(String text) {
        if (text.startsWith("content-length:")) {
            left = Long.parseLong(text.substring("content-length:".length()).strip());
        } else if (text.startsWith("transfer-encoding:")) {
            chunked = text.contains("chunked");
        }
    }

    private boolean chunk(String text) {
        int semicolon = text.indexOf(';');
        left = Long.parseLong(
                semicolon < 0 ? text.strip() : text.substring(0, semicolon).strip(), 16);
        at = left == 0 ? At.TRAILER : At.CHUNK;
        return false;
    }
}
