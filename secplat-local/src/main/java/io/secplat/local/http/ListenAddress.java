package io.secplat.local.http;

/** Where the programs of the local run listen: on loopback, unless a container around them keeps strangers out. */
public final class ListenAddress {

    /** The system property with another address. */
    public static final String PROPERTY = "secplat.listen";

    private ListenAddress() {}

    /** For instance {@code 127.0.0.1}. */
    public static String get() {
        return System.getProperty(PROPERTY, "127.0.0.1");
    }
}
