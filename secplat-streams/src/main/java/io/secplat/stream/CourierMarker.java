package io.secplat.stream;

import java.util.OptionalLong;

/**
 * A number that lives beside the streams and is lost with them: who finds it missing, or older than what was last written,
 * knows that messages were lost too. Every method throws {@link CourierUnavailableException}.
 */
public interface CourierMarker {

    /** The number last written; empty when there is none. */
    OptionalLong read();

    /**
     * Writes over the number that is there, at one moment; false, and nothing written, when there is none or a smaller one than
     * expected. Otherwise a number from before a loss would be written over, and the loss with it.
     */
    boolean advance(long expected, long number);

    /** Writes whether or not there is a number. */
    void begin(long number);
}
