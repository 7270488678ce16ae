package io.secplat.api.assets;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Caller;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Proves that the domain of an asset belongs to who registered it, and notes that. */
public final class DomainVerifier {

    private final Assets assets;
    private final Map<VerificationMethod, DomainProof> proofs;
    private final Clock clock;

    public DomainVerifier(Assets assets, Collection<DomainProof> proofs, Clock clock) {
        this.assets = assets;
        this.proofs = proofs.stream().collect(Collectors.toMap(DomainProof::method, Function.identity()));
        this.clock = clock;
    }

    /** The verified asset; a problem when there is none, it has no domain, or the domain does not show the token. */
    public Asset verify(int id, VerificationMethod method, Caller caller) {
        Asset asset = assets.find(id).orElseThrow(ProblemType.ASSET_UNKNOWN::because);
        String token = asset.verification().token();
        if (asset.fields().type() != AssetType.EXTERNAL_WEB || token == null) {
            throw notVerifiable();
        }
        DomainProof proof = proofs.get(method);
        if (proof == null) {
            throw ProblemType.DEPENDENCY_AWAY.because("This method is not available");
        }
        if (proof.look(asset.fields().name(), token) instanceof DomainProof.Result.Missing missing) {
            throw failed(missing);
        }
        return assets.verified(asset, method, clock.instant(), caller)
                .orElseThrow(() -> ProblemType.CONFLICT.because("The asset changed meanwhile"));
    }

    private static ProblemException notVerifiable() {
        JsonObject violation = new JsonWriter()
                .put("type", "value_error")
                .put("loc", java.util.List.of("path", "asset_id"))
                .put("msg", "only assets of type external_web can be verified")
                .build();
        return ProblemType.VALIDATION.because(
                ProblemType.VALIDATION.message(),
                Json.createArrayBuilder().add(violation).build());
    }

    private static ProblemException failed(DomainProof.Result.Missing missing) {
        JsonWriter details = new JsonWriter();
        missing.reasons().forEach(details::put);
        return ProblemType.VERIFICATION_FAILED.because(
                ProblemType.VERIFICATION_FAILED.message(),
                new JsonWriter()
                        .put("verified", false)
                        .put("details", details.build())
                        .build());
    }
}
