package io.secplat.bench.notice;

import java.time.Instant;

/**
 * A call that came.
 *
 * @param limited when it was told 429; epoch when it was not
 */
record Call(Instant came, Instant limited) {

    boolean isLimited() {
        return limited.isAfter(Instant.EPOCH);
    }
}
