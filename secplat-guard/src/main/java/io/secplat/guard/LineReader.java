package io.secplat.guard;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Reads lines that end in LF or CRLF, so many bytes in all and no more. */
final class LineReader {

    private final InputStream in;
    private int left;

    LineReader(InputStream in, int mostBytes) {
        this.in = in;
        this.left = mostBytes;
    }

    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the answer ends early");
            }
            if (--left < 0) {
                throw new ProtocolException("the head of the answer is too long");
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
