package io.secplat.api.assets;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.IdempotencyKeys;
import io.secplat.contracts.model.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Words for the end of proofs of domains: one message for the assets of one transaction. */
public final class ProofTale {

    private static final String EXPIRING = "asset.verification_expiring";
    private static final String EXPIRED = "asset.verification_expired";
    private static final int NAMED = 5;

    private final VerificationRules rules;
    private final Optional<String> websiteUrl;

    /** The website's base URL makes the link; without it messages have none. */
    public ProofTale(VerificationRules rules, Optional<String> websiteUrl) {
        this.rules = rules;
        this.websiteUrl = websiteUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** The proofs of these assets end soon; at least one. */
    public Notification expiring(List<Asset> assets) {
        String what = assets.size() == 1 ? "Verification of " + key(assets.get(0)) : assets.size() + " verifications";
        return message(EXPIRING, what + " will expire", Severity.LOW, assets, "Verify again before then.");
    }

    /** The proofs of these assets have ended; as they were before. */
    public Notification expired(List<Asset> assets) {
        String what = assets.size() == 1 ? "Verification of " + key(assets.get(0)) : assets.size() + " verifications";
        return message(EXPIRED, what + " expired", Severity.MEDIUM, assets, "Scans fail until the next verification.");
    }

    private Notification message(String kind, String title, Severity severity, List<Asset> assets, String advice) {
        List<String> lines = assets.stream().limit(NAMED).map(this::line).toList();
        String more = assets.size() > NAMED ? "\nand " + (assets.size() - NAMED) + " more" : "";
        Notification notice = new Notification(
                kind,
                dedupeKey(kind, assets),
                title,
                String.join("\n", lines) + more + "\n" + advice,
                severity,
                assets.stream().map(ProofTale::key).toList(),
                null,
                websiteUrl
                        .map(url -> url + (assets.size() == 1 ? "/assets/" + key(assets.get(0)) : "/assets"))
                        .orElse(null),
                List.of(),
                null);
        return notice.about(
                assets.stream().flatMap(asset -> asset.fields().labels().tags().stream()),
                assets.stream().map(asset -> asset.fields().labels().environment()));
    }

    /** One for each proof, whoever tells it and however often. */
    private static String dedupeKey(String kind, List<Asset> assets) {
        List<String> singles = assets.stream()
                .map(asset -> IdempotencyKeys.notification(kind, asset.fields().key(), asset.provenAt()))
                .toList();
        return singles.size() == 1 ? singles.get(0) : IdempotencyKeys.notificationGroup(kind, singles);
    }

    private String line(Asset asset) {
        Instant end = asset.provenAt().plus(rules.longest());
        return key(asset) + ": " + asset.fields().name() + ", until " + LocalDate.ofInstant(end, ZoneOffset.UTC);
    }

    private static String key(Asset asset) {
        return asset.fields().key().value();
    }
}
