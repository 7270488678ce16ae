package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secplat.stream.CourierUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** How a server that lets us not in is told of. */
final class Refusal {

    private Refusal() {}

    /** The reason that is told; an AssertionError when it lets us in, or when anything that is told holds a password. */
    static CourierUnavailableException.Reason of(RedisServer server) {
        try (server) {
            CourierUnavailableException refusal = catchThrowableOfType(
                    CourierUnavailableException.class,
                    () -> new RedisCourier(server).inspector().inspect());
            StringWriter everything = new StringWriter();
            refusal.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString())
                    .doesNotContain("wrong-", TestSecurity.PASSWORD, TestSecurity.SENTINEL_PASSWORD);
            return refusal.reason();
        }
    }
}
