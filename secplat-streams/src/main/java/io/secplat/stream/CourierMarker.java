package io.secplat.stream;

import java.util.OptionalLong;

/**
 * A number that lives beside the streams and is lost with them: who finds it missing, or older than what was last written,
 * knows that messages were lost too. Every method throws {@link CourierUnavailableException}.
 */
public interface CourierMarker {

    /** The number last written; empty when there is none. */
    OptionalLong read();

    /** Writes over the number that is there; false, and nothing written, when there is none. */
    boolean advance(long number);

    /** Writes whether or not there is a number. */
    void begin(long number);
}
