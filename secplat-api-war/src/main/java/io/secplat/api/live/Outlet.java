package io.secplat.api.live;

import java.io.IOException;
import java.util.List;

/** The open connection of one reader, written to by one thread at a time. */
public interface Outlet {

    /** Sends the frames and waits until the reader's side has taken them; an IOException when it does not in good time. */
    void send(List<Frame> frames) throws IOException;

    /** Ends the connection; a second time changes nothing. Not to be called while something is being sent. */
    void close();

    boolean closed();
}
