package io.secplat.workers.scan.tls.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client offers.
 *
 * @param keyShare whether it has a share of a key ready
 */
record Greeting(int version, List<Integer> suites, boolean keyShare) {

    private static final int KEY_SHARE = 51;
    private static final int SUPPORTED_VERSIONS = 43;

    static Greeting read(DataInputStream in) throws IOException {
        int version = in.readUnsignedShort();
        in.skipNBytes(32);
        in.skipNBytes(in.readUnsignedByte());
        List<Integer> suites = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left -= 2) {
            suites.add(in.readUnsignedShort());
        }
        in.skipNBytes(in.readUnsignedByte());
        Map<Integer, byte[]> extensions = extensions(in);
        byte[] versions = extensions.getOrDefault(SUPPORTED_VERSIONS, new byte[0]);
        byte[] shares = extensions.getOrDefault(KEY_SHARE, new byte[0]);
        return new Greeting(
                versions.length > 2 ? ((versions[1] & 0xFF) << 8) | (versions[2] & 0xFF) : version,
                suites,
                shares.length > 2);
    }

    private static Map<Integer, byte[]> extensions(DataInputStream in) throws IOException {
        Map<Integer, byte[]> all = new HashMap<>();
        int left = in.available() > 0 ? in.readUnsignedShort() : 0;
        while (left > 0) {
            int type = in.readUnsignedShort();
            byte[] content = new byte[in.readUnsignedShort()];
            in.readFully(content);
            left -= 4 + content.length;
            all.put(type, content);
        }
        return all;
    }
}
