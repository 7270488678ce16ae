package io.secplat.workers.scan.headers.observatory;

/** The tests of the Observatory, in its order. */
public enum Topic {
    CONTENT_SECURITY_POLICY("content-security-policy"),
    COOKIES("cookies"),
    CROSS_ORIGIN_RESOURCE_SHARING("cross-origin-resource-sharing"),
    REDIRECTION("redirection"),
    REFERRER_POLICY("referrer-policy"),
    STRICT_TRANSPORT_SECURITY("strict-transport-security"),
    SUBRESOURCE_INTEGRITY("subresource-integrity"),
    X_CONTENT_TYPE_OPTIONS("x-content-type-options"),
    X_FRAME_OPTIONS("x-frame-options"),
    CROSS_ORIGIN_RESOURCE_POLICY("cross-origin-resource-policy");

    private final String wire;

    Topic(String wire) {
        this.wire = wire;
    }

    /** The name in summaries. */
    public String wire() {
        return wire;
    }
}
