package io.secplat.guard;

/** What happens when the other side's certificate is not trusted, is expired, or is for another name. */
public enum TlsTrust {
    /** The connection fails with an SSLException. */
    REQUIRED,
    /** The connection stands, and {@link TlsPeer} tells what is wrong; for scanners, which send no secrets. */
    OBSERVED
}
