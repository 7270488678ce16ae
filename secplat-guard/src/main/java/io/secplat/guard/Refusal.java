package io.secplat.guard;

/** Why a target is not spoken to. */
public enum Refusal {
    MALFORMED("the address is malformed"),
    PORT_NOT_ALLOWED("the port is not allowed"),
    UNRESOLVED("the name does not resolve"),
    PRIVATE_NETWORK("the address is in a private network that is not allowed"),
    LOOPBACK("the address is this machine, which is not allowed"),
    LINK_LOCAL("the address is link-local, which is not allowed"),
    SPECIAL_PURPOSE("the address has a special purpose (documentation, benchmarks, tunnels) and is not allowed"),
    NOT_A_HOST("the address is no single host (unspecified, multicast, broadcast or reserved)"),
    METADATA("the address belongs to a cloud's metadata service");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** A clause for people. */
    public String text() {
        return text;
    }

    /** Whether {@link AllowedNetworks} can lift it. */
    boolean liftable() {
        return switch (this) {
            case PRIVATE_NETWORK, LOOPBACK, LINK_LOCAL, SPECIAL_PURPOSE -> true;
            case MALFORMED, PORT_NOT_ALLOWED, UNRESOLVED, NOT_A_HOST, METADATA -> false;
        };
    }
}
