package io.secplat.api.alerts;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.IdempotencyKeys;
import io.secplat.contracts.model.Severity;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words for what happened to assets: one message for one asset, or one for all assets of a pass. */
public final class Tale {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    static final int NAMED = 5;

    private final Optional<String> websiteUrl;

    /** The website's base URL makes the links; without it messages have none. */
    public Tale(Optional<String> websiteUrl) {
        this.websiteUrl = websiteUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** One message about these assets; at least one. */
    public Notification of(Telling telling, List<AssetStatusDocument> assets) {
        return assets.size() == 1 ? single(telling, assets.get(0)) : group(telling, assets);
    }

    private Notification single(Telling telling, AssetStatusDocument asset) {
        String key = asset.assetKey().value();
        return notification(
                telling,
                singleKey(telling, asset),
                key + verb(telling, false),
                body(telling, asset),
                List.of(key),
                link("/assets/" + key));
    }

    private Notification group(Telling telling, List<AssetStatusDocument> assets) {
        List<String> keys =
                assets.stream().map(asset -> asset.assetKey().value()).sorted().toList();
        List<String> singles =
                assets.stream().map(asset -> singleKey(telling, asset)).toList();
        String body = String.join(
                "\n",
                assets.stream()
                        .limit(NAMED)
                        .map(asset -> asset.assetKey() + ": " + body(telling, asset))
                        .toList());
        String title = keys.size() + " assets" + verb(telling, true) + ": " + named(keys);
        return notification(
                telling,
                IdempotencyKeys.notificationGroup(telling.kind(), singles),
                title,
                body,
                keys,
                link("/alerts"));
    }

    private static Notification notification(
            Telling telling, String dedupeKey, String title, String body, List<String> keys, @Nullable String link) {
        Severity severity =
                switch (telling) {
                    case DOWN -> Severity.HIGH;
                    case FLAPPING -> Severity.MEDIUM;
                    case RECOVERED -> Severity.INFO;
                };
        return new Notification(telling.kind(), dedupeKey, title, body, severity, keys, null, link, List.of(), null);
    }

    private static String singleKey(Telling telling, AssetStatusDocument asset) {
        return IdempotencyKeys.notification(telling.kind(), asset.assetKey(), asset.lastStatusChange());
    }

    private static String verb(Telling telling, boolean several) {
        return switch (telling) {
            case DOWN -> several ? " are down" : " is down";
            case RECOVERED -> several ? " have recovered" : " has recovered";
            case FLAPPING -> several ? " are flapping" : " is flapping";
        };
    }

    /** For example {@code HTTP 503 since 07:20 UTC, last good 07:19 UTC.} */
    private static String body(Telling telling, AssetStatusDocument asset) {
        String since = " since " + TIME.format(asset.lastStatusChange());
        return switch (telling) {
            case RECOVERED -> "Up" + since + ".";
            case FLAPPING -> "Changes between up and down (" + asset.flapPercent() + " % of the newest checks).";
            case DOWN -> cause(asset) + since + lastGood(asset) + ".";
        };
    }

    private static String cause(AssetStatusDocument asset) {
        Integer code = asset.code();
        if (code != null && code >= 400) {
            return "HTTP " + code;
        }
        return asset.reason() == null ? "Down" : "Down (" + asset.reason() + ")";
    }

    private static String lastGood(AssetStatusDocument asset) {
        return asset.lastGoodAt() == null ? ", never seen up" : ", last good " + TIME.format(asset.lastGoodAt());
    }

    /** The first five, and how many more. */
    static String named(List<String> keys) {
        List<String> names = new ArrayList<>(keys.subList(0, Math.min(NAMED, keys.size())));
        return String.join(", ", names) + (keys.size() > NAMED ? " and " + (keys.size() - NAMED) + " more" : "");
    }

    @Nullable String link(String path) {
        return websiteUrl.map(url -> url + path).orElse(null);
    }
}
