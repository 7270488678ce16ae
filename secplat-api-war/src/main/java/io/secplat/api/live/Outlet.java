package io.secplat.api.live;

import java.util.concurrent.CompletionStage;

/** The open connection of one reader. */
public interface Outlet {

    /** Begins to send without waiting for the reader; done when the frame has left, or failed when it cannot. */
    CompletionStage<?> send(Frame frame);

    /** Ends the connection; a second time changes nothing. */
    void close();

    boolean closed();
}
