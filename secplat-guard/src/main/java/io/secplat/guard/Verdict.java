package io.secplat.guard;

import java.net.InetAddress;
import java.util.List;

/** What the guard says about a target. */
public sealed interface Verdict {

    /**
     * It may be spoken to, at these addresses and no others.
     *
     * @param addresses at least one; each was checked
     */
    record Allowed(Endpoint endpoint, List<InetAddress> addresses) implements Verdict {
        public Allowed {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * It may not.
     *
     * @param detail what is wrong, for people; names the address at fault where there is one
     */
    record Refused(Refusal refusal, String detail) implements Verdict {}
}
