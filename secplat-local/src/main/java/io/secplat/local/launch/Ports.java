package io.secplat.local.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether ports can be had. */
final class Ports {

    private Ports() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** What to tell the person whose port is taken. */
    static String taken(Part part, int port) {
        return "Port " + port + " of " + part.title() + " is taken by another program. Set " + part.portVariable()
                + " to a free port, or end that program.";
    }
}
