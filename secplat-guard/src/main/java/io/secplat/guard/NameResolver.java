package io.secplat.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface NameResolver {

    /** All addresses, in the order to try them; UnknownHostException without any, another IOException in time or not at all. */
    List<InetAddress> resolve(String name) throws IOException;
}
