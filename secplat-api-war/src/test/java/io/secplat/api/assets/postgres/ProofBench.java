package io.secplat.api.assets.postgres;

import io.secplat.api.assets.Asset;
import io.secplat.api.assets.AssetFields;
import io.secplat.api.assets.AssetFollower;
import io.secplat.api.assets.AssetType;
import io.secplat.api.assets.Assets;
import io.secplat.api.assets.Labels;
import io.secplat.api.assets.Owner;
import io.secplat.api.assets.ProofKeeper;
import io.secplat.api.assets.ProofTale;
import io.secplat.api.assets.VerificationMethod;
import io.secplat.api.assets.VerificationRules;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.AssetKey;
import io.secplat.runtime.MovingClock;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Verified assets in a real database, and the keeper of their proofs under a clock that is moved by hand. */
class ProofBench {

    static final Caller MIRA = new Caller("mira", AccessRole.ANALYST, "web-7Qd2");
    static final Instant MADE = Instant.parse("2026-02-03T07:20:00Z");
    static final VerificationRules RULES = new VerificationRules(Duration.ofDays(90));

    final MovingClock clock = new MovingClock(MADE);
    final Database database = TestDatabase.fresh();
    final Rows rows = new Rows(database);
    final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    final List<Asset> followed = Collections.synchronizedList(new ArrayList<>());
    final Assets assets = new PostgresAssets(
            database, outbox, UUID::randomUUID, length -> "the-token-of-this-asset1", List.of(followed::add));

    /** As one server would run it. */
    ProofKeeper keeper() {
        return keeper(RULES, followed::add);
    }

    ProofKeeper keeper(VerificationRules rules, AssetFollower follower) {
        ProofTale tale = new ProofTale(rules, Optional.of("https://secplat.example/"));
        return new ProofKeeper(
                new PostgresAgingProofs(database, outbox, UUID::randomUUID, tale, List.of(follower)),
                rules,
                clock,
                TestDatabase.silent());
    }

    /** Verified at the time of the clock. */
    Asset verified(String key) {
        AssetFields fields = new AssetFields(
                new AssetKey(key),
                AssetType.EXTERNAL_WEB,
                key + ".example",
                Owner.NOBODY,
                Labels.DEFAULT,
                null,
                null,
                true,
                null);
        return proven(assets.create(fields, MIRA).orElseThrow());
    }

    Asset proven(Asset asset) {
        return assets.verified(asset, VerificationMethod.DNS_TXT, clock.instant(), MIRA)
                .orElseThrow();
    }

    boolean isVerified(Asset asset) {
        return assets.find(asset.id()).orElseThrow().verification().verified();
    }

    List<JsonObject> messages() {
        return rows.published("notify.requested");
    }

    List<String> kinds() {
        return messages().stream().map(message -> message.getString("kind")).toList();
    }
}
