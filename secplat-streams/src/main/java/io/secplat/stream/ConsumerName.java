package io.secplat.stream;

import io.secplat.runtime.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this process in consumer groups: {@code <role>-<hostname>-<pid>}. */
public final class ConsumerName {

    private ConsumerName() {}

    public static String of(Role role) {
        return role.wire() + "-" + host() + "-" + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
