package io.secplat.contracts.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;

/** The keys by which a repeat is recognised; each formula is part of the wire contract. */
public final class IdempotencyKeys {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter COMPACT_HOUR =
            DateTimeFormatter.ofPattern("uuuuMMddHH").withZone(ZoneOffset.UTC);

    private IdempotencyKeys() {}

    /** {@code tls_headers+billing-web+2026-02-17T19}: one scan of a kind per asset and UTC hour. */
    public static String scan(JobType type, AssetKey asset, Instant at) {
        return type.wire() + "+" + asset + "+" + HOUR.format(at);
    }

    /** {@code billing-web@1777879200}: one health event per asset and tick (epoch seconds). */
    public static String healthEvent(AssetKey asset, Instant tick) {
        return asset + "@" + tick.getEpochSecond();
    }

    /** First 32 hex digits of SHA-256 over {@code <asset>:<part>:<title>:}. */
    public static String finding(AssetKey asset, String part, String title) {
        return digest("SHA-256", asset + ":" + part + ":" + title + ":").substring(0, 32);
    }

    /** {@code finding:<asset>:<finding key>}: the incident that a new finding opens. */
    public static String findingIncident(String assetKey, String findingKey) {
        return "finding:" + assetKey + ":" + findingKey;
    }

    /** {@code alert:<YYYYMMDDHH>:<hash of keys>}: the incident of one outage of a set of assets in a UTC hour. */
    public static String alertIncident(Collection<String> assetKeys, Instant at) {
        return "alert:" + COMPACT_HOUR.format(at) + ":" + group(assetKeys);
    }

    /** {@code asset.down:billing-web:2026-05-04T07:21:00Z}: one notification per asset and change. */
    public static String notification(String kind, AssetKey asset, Instant changedAt) {
        return kind + ":" + asset + ":" + changedAt;
    }

    /** {@code asset.down:billing-web:2026-05-04T07:21:00Z:escalation:1}: one notification per asset, change and step. */
    public static String escalation(String kind, AssetKey asset, Instant changedAt, int step) {
        return notification(kind, asset, changedAt) + ":escalation:" + step;
    }

    /** {@code <kind>:group:<hash of keys>}: one notification for several single keys. */
    public static String notificationGroup(String kind, Collection<String> singleKeys) {
        return kind + ":group:" + group(singleKeys);
    }

    /** First 16 hex digits of SHA-1 over the sorted, de-duplicated, comma-joined keys. */
    private static String group(Collection<String> keys) {
        return digest("SHA-1", String.join(",", new TreeSet<>(keys))).substring(0, 16);
    }

    private static String digest(String algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
