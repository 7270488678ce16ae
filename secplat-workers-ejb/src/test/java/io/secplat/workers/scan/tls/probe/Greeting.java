package io.secplat.workers.scan.tls.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a client offers. */
record Greeting(int version, List<Integer> suites) {

    static Greeting read(DataInputStream in) throws IOException {
        int version = in.readUnsignedShort();
        in.skipNBytes(32);
        in.skipNBytes(in.readUnsignedByte());
        List<Integer> suites = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left -= 2) {
            suites.add(in.readUnsignedShort());
        }
        in.skipNBytes(in.readUnsignedByte());
        return new Greeting(newest(in).orElse(version), suites);
    }

    private static Optional<Integer> newest(DataInputStream in) throws IOException {
        int left = in.available() > 0 ? in.readUnsignedShort() : 0;
        while (left > 0) {
            int type = in.readUnsignedShort();
            byte[] content = new byte[in.readUnsignedShort()];
            in.readFully(content);
            left -= 4 + content.length;
            if (type == 43) {
                return Optional.of(((content[1] & 0xFF) << 8) | (content[2] & 0xFF));
            }
        }
        return Optional.empty();
    }
}
