package io.secplat.guard;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;

/** Reads at most so many bytes of a body, however it is framed. */
final class HttpBody {

    private static final int LONGEST_CHUNK_LINE = 1_024;

    private final InputStream in;
    private final int most;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    private HttpBody(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    static byte[] read(InputStream in, HttpHead head, int most) throws IOException {
        HttpBody body = new HttpBody(in, most);
        if (head.status() != 204 && head.status() != 304) {
            body.readFramed(head);
        }
        return body.read.toByteArray();
    }

    private void readFramed(HttpHead head) throws IOException {
        if (head.first("transfer-encoding").orElse("").toLowerCase(Locale.ROOT).endsWith("chunked")) {
            readChunks();
        } else if (head.first("content-length").isPresent()) {
            readExactly(number(head.first("content-length").get(), 10));
        } else {
            read.writeBytes(in.readNBytes(most));
        }
    }

    private void readChunks() throws IOException {
        long size = chunkSize();
        while (size > 0 && read.size() < most) {
            readExactly(size);
            if (read.size() < most) {
                new LineReader(in, LONGEST_CHUNK_LINE).next();
                size = chunkSize();
            }
        }
    }

    private long chunkSize() throws IOException {
        return number(
                new LineReader(in, LONGEST_CHUNK_LINE).next().split(";", 2)[0].strip(), 16);
    }

    private void readExactly(long size) throws IOException {
        int wanted = (int) Math.min(size, most - read.size());
        byte[] bytes = in.readNBytes(wanted);
        if (bytes.length < wanted) {
            throw new EOFException("the answer ends early");
        }
        read.writeBytes(bytes);
    }

    private static long number(String text, int radix) throws ProtocolException {
        try {
            return Long.parseUnsignedLong(text, radix) & Long.MAX_VALUE;
        } catch (NumberFormatException e) {
            throw new ProtocolException("the length of the answer is unreadable");
        }
    }
}
