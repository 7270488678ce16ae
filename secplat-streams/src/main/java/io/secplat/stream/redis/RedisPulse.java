package io.secplat.stream.redis;

import io.secplat.contracts.event.StreamName;
import java.util.Arrays;
import java.util.List;

/** Whether the streams answer, on whichever servers they are: asks for their lengths in one round trip. */
public record RedisPulse(RedisLink link) {

    /** Returns when all streams answer; otherwise throws {@link io.secplat.stream.CourierUnavailableException}. */
    public void check() {
        List<Long> unused = link.askAll(redis -> Arrays.stream(StreamName.values())
                .map(StreamName::wire)
                .map(redis::xlen)
                .toList());
    }
}
