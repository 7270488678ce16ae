package io.secplat.bench.fault.node;

import io.secplat.contracts.model.AssetKey;
import io.secplat.workers.scan.Check;
import java.util.List;

/** What is scanned, and what each scan finds: the same for each run. */
public final class Content {

    /** Assets with the ids 1 to this. */
    public static final int ASSETS = 10;

    /** Hosts that they share. */
    public static final int HOSTS = 4;

    /** How a line begins that names a job which the API accepted. */
    public static final String ACCEPTED = "accepted ";

    private static final List<Check> CHECKS = List.of(
            new Check("header_scan", "security_headers", "headers", "Missing HSTS"),
            new Check("header_scan", "security_headers", "headers", "Missing CSP"),
            new Check("tls_scan", "tls", "tls", "Certificate expired"));

    private Content() {}

    public static String key(int asset) {
        return "asset-" + asset;
    }

    /** The checks that fail on that asset: between one and three. */
    public static List<Check> failing(AssetKey asset) {
        int number = Integer.parseInt(asset.value().substring("asset-".length()));
        return CHECKS.subList(0, 1 + number % CHECKS.size());
    }
}
