package io.secplat.workers.ingestion;

import io.secplat.guard.AllowedNetworks;
import io.secplat.guard.NameResolver;
import io.secplat.guard.TargetGuard;
import java.net.InetAddress;
import java.util.List;

/** Guards for probes of servers on this machine. */
public final class Guards {

    private Guards() {}

    /** Allows this machine and asks its resolver. */
    public static TargetGuard local() {
        return local(name -> List.of(InetAddress.getAllByName(name)));
    }

    /** Allows this machine. */
    public static TargetGuard local(NameResolver names) {
        return new TargetGuard(AllowedNetworks.parse("127.0.0.0/8,::1"), names);
    }
}
