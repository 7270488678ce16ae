package io.secplat.api.assets;

import io.secplat.guard.Host;
import java.util.Map;

/** Looks whether a domain shows the token of its asset. */
public interface DomainProof {

    /** What was seen. */
    sealed interface Result {
        record Proven() implements Result {}

        /** Why not: a reason code for each place that was looked at; never what it answered. */
        record Missing(Map<String, String> reasons) implements Result {}
    }

    VerificationMethod method();

    /** Looks at {@code host}, or {@code host:port}; takes at most half a minute. */
    Result look(String name, String token);

    /** The host of a name with or without a port. */
    static Host host(String name) {
        return io.secplat.guard.Endpoint.parse(name, 443).host();
    }
}
