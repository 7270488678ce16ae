package io.secplat.workers.scan.http;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.JobType;
import io.secplat.contracts.model.Probe;
import io.secplat.workers.api.Api;
import io.secplat.workers.api.ApiAnswer.Accepted;
import io.secplat.workers.api.ApiCall;
import io.secplat.workers.api.ApiUnavailableException;
import io.secplat.workers.scan.Lease;
import io.secplat.workers.scan.ScanJob;
import io.secplat.workers.scan.ScanTarget;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Reads what a claim answered, which may be another job than the one asked for; the probe is asked for where it is needed and the answer lacks it. */
record ClaimedJob(int jobId, String requestId, Accepted answer) {

    private static final String PROBE = "probe";

    ScanJob read(Api api) throws InterruptedException {
        JsonReader claim = new JsonReader(answer.object());
        JsonObject target = claim.object("target").orElse(JsonValue.EMPTY_JSON_OBJECT);
        JsonReader job = new JsonReader(claim.object("job").orElse(JsonValue.EMPTY_JSON_OBJECT));
        String type = job.text("job_type").orElse("");
        try {
            Lease lease = new Lease(
                    job.integer("job_id").orElse(jobId),
                    JsonReader.required("lease_token", claim.text("lease_token")),
                    claim.text("request_id").filter(ApiCall::isRequestId).orElse(requestId));
            return new ScanJob(lease, type, target(target, probe(api, type, target)));
        } catch (IllegalArgumentException e) {
            throw ApiUnavailableException.unreadable(answer.status());
        }
    }

    private static ScanTarget target(JsonObject json, Optional<Probe> probe) {
        JsonReader in = new JsonReader(json);
        return new ScanTarget(
                new AssetKey(JsonReader.required("asset_key", in.text("asset_key"))),
                in.text("host").orElse(""),
                in.integer("port"),
                probe);
    }

    private Optional<Probe> probe(Api api, String type, JsonObject target) throws InterruptedException {
        if (!JobType.HEALTH_HTTP.wire().equals(type)) {
            return Optional.empty();
        }
        if (target.containsKey(PROBE)) {
            return probe(target);
        }
        String key = new JsonReader(target).text("asset_key").orElse("");
        return api.send(ApiCall.get("/assets/by-key/" + key, requestId)) instanceof Accepted asset
                ? probe(asset.object())
                : Optional.empty();
    }

    /** A probe that this version cannot read is none: the check then has the rules of every asset without one. */
    private static Optional<Probe> probe(JsonObject holder) {
        try {
            return new JsonReader(holder).object(PROBE).map(Probe::fromJson);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
