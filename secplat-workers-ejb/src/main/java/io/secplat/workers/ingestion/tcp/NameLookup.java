package io.secplat.workers.ingestion.tcp;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name; at least one. */
@FunctionalInterface
public interface NameLookup {

    InetAddress[] addresses(String host) throws UnknownHostException;
}
