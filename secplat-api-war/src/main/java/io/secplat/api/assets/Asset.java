package io.secplat.api.assets;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.model.Probe;
import java.time.Instant;

/** One row of the inventory. */
public record Asset(int id, AssetFields fields, Verification verification, Instant createdAt, Instant updatedAt) {

    /** Since when its proof counts; for one that was noted without its time that is the last change. */
    public Instant provenAt() {
        Instant at = verification.at();
        return at == null ? updatedAt : at;
    }

    /** The asset as the search index mirrors it. */
    public AssetDocument document() {
        Probe probe = fields.probe();
        VerificationMethod method = verification.method();
        return new AssetDocument(
                id,
                fields.key(),
                fields.type().wire(),
                fields.name(),
                fields.owner().name(),
                fields.owner().team(),
                fields.labels().assetType(),
                fields.labels().environment(),
                fields.labels().criticality().wire(),
                verification.verified(),
                method == null ? null : method.wire(),
                verification.at(),
                fields.active(),
                fields.labels().tags(),
                fields.monitored(),
                probe == null ? null : probe.kind(),
                probe == null ? null : probe.intervalSeconds(),
                createdAt,
                updatedAt);
    }
}
