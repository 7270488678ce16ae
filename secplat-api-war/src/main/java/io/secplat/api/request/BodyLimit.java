package io.secplat.api.request;

import io.secplat.api.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;

/** Reads the entity of a call, up to 1 MiB. */
final class BodyLimit {

    static final int BYTES = 1 << 20;

    private BodyLimit() {}

    /** The whole entity; 413 when it is longer, 400 when the connection ends early. */
    static byte[] read(InputStream entity) {
        try {
            byte[] bytes = entity.readNBytes(BYTES + 1);
            if (bytes.length > BYTES) {
                throw ProblemType.BODY_TOO_LARGE.because();
            }
            return bytes;
        } catch (IOException e) {
            throw ProblemType.MALFORMED_REQUEST.because();
        }
    }
}
