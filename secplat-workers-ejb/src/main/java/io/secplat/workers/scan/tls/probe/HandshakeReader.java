package io.secplat.workers.scan.tls.probe;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Reads handshake messages out of plain records (RFC 5246, section 6.2), however they are cut, and no more than so many bytes. */
final class HandshakeReader {

    /** Of one answer, records and all; chains of certificates are a few thousand. */
    static final int MOST_BYTES = 65_536;

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int LONGEST_RECORD = 16_384 + 2_048;
    private static final int HEADER = 5;
    private static final int WARNING = 1;
    private static final int CLOSE_NOTIFY = 0;

    private final DataInputStream in;
    private ByteArrayInputStream record = new ByteArrayInputStream(new byte[0]);
    private int read;

    HandshakeReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** @param type 2 for ServerHello and so on */
    record Message(int type, DataInputStream in) {}

    /** The next message; {@link AlertException} for an alert, ProtocolException for what is no handshake, EOFException at the end. */
    Message next() throws IOException {
        int type = take(1)[0];
        byte[] length = take(3);
        return new Message(type, new DataInputStream(new ByteArrayInputStream(take(number(length)))));
    }

    private static int number(byte[] bytes) {
        return ((bytes[0] & 0xFF) << 16) | ((bytes[1] & 0xFF) << 8) | (bytes[2] & 0xFF);
    }

    private byte[] take(int count) throws IOException {
        if (count > MOST_BYTES) {
            throw new ProtocolException("a message of " + count + " bytes");
        }
        byte[] taken = new byte[count];
        int have = 0;
        while (have < count) {
            int more = record.read(taken, have, count - have);
            if (more > 0) {
                have += more;
            } else {
                nextRecord();
            }
        }
        return taken;
    }

    private void nextRecord() throws IOException {
        int type = in.readUnsignedByte();
        int version = in.readUnsignedShort();
        int length = in.readUnsignedShort();
        if ((type != ALERT && type != HANDSHAKE) || version >> 8 != 3 || length > LONGEST_RECORD) {
            throw new ProtocolException("no TLS record");
        }
        read += HEADER + length;
        if (read > MOST_BYTES) {
            throw new ProtocolException("more than " + MOST_BYTES + " bytes");
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException("the answer ends early");
        }
        if (type == ALERT) {
            refused(content);
        } else {
            record = new ByteArrayInputStream(content);
        }
    }

    /** Warnings, such as that of an unknown name, do not end a handshake. */
    private static void refused(byte[] alert) throws IOException {
        if (alert.length != 2) {
            throw new ProtocolException("no TLS alert");
        }
        if (alert[0] != WARNING || alert[1] == CLOSE_NOTIFY) {
            throw new AlertException(alert[1] & 0xFF);
        }
    }
}
