package io.secplat.api.posture.postgres;

import java.io.OutputStream;

/** Keeps nothing of what is written but the size of the largest piece and the number of lines. */
final class LargestWrite extends OutputStream {

    private int largest;
    private int lines;

    @Override
    public void write(int b) {
        throw new UnsupportedOperationException("byte by byte is too slow");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        largest = Math.max(largest, length);
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
    }

    int largest() {
        return largest;
    }

    int lines() {
        return lines;
    }
}
