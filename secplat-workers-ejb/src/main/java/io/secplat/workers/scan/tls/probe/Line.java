package io.secplat.workers.scan.tls.probe;

import java.io.IOException;
import java.io.InputStream;

/** Connections to the one server that is looked at, one for each greeting. */
@FunctionalInterface
public interface Line {

    /** Reads an answer. */
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream answer) throws IOException;
    }

    /** Says these bytes over a new connection; SocketTimeoutException when the time is up, any IOException when it breaks. */
    <T> T ask(byte[] greeting, Reader<T> reader) throws IOException, InterruptedException;
}
