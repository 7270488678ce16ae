package io.secplat.bench.notice;

import java.time.Instant;

/**
 * A call that came.
 *
 * @param limited when it was told 429; epoch when it was not
 * @param tells whether it tells people something; others only ask
 */
record Call(Instant came, Instant limited, boolean tells) {

    boolean isLimited() {
        return limited.isAfter(Instant.EPOCH);
    }
}
