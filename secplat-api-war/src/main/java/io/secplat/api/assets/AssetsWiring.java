package io.secplat.api.assets;

import io.secplat.api.assets.DefaultAssets.Suggestion;
import io.secplat.api.assets.dns.DnsTxtProof;
import io.secplat.api.assets.http.WellKnownProof;
import io.secplat.api.assets.postgres.PostgresAgingProofs;
import io.secplat.api.assets.postgres.PostgresAssets;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientTask;
import io.secplat.guard.GuardedHttp;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.SecretSource;
import io.secplat.runtime.StartStep;
import io.secplat.runtime.Worker;
import io.secplat.runtime.setting.KnownSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The inventory in Postgres, proofs of domains by file and by DNS, and the assets of a new installation. */
@Dependent
public class AssetsWiring {

    private final Config config;

    @Inject
    AssetsWiring(Config config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Assets assets(
            Database database,
            OutboxTable outbox,
            IdSource ids,
            SecretSource secrets,
            @Any Instance<AssetFollower> followers) {
        return new PostgresAssets(
                database, outbox, ids, secrets, followers.stream().toList());
    }

    @Produces
    @Singleton
    DomainVerifier verifier(Assets assets, GuardedHttp http, Clock clock) {
        return new DomainVerifier(assets, List.of(new WellKnownProof(http), DnsTxtProof.ofSystem()), clock);
    }

    @Produces
    VerificationRules rules(@ConfigProperty(name = "VERIFICATION_MAX_AGE_DAYS", defaultValue = "90") int days) {
        return VerificationRules.ofDays(days);
    }

    @Produces
    @Singleton
    AgingProofs agingProofs(
            Database database,
            OutboxTable outbox,
            IdSource ids,
            VerificationRules rules,
            @Any Instance<AssetFollower> followers) {
        ProofTale tale = new ProofTale(rules, url("FRONTEND_URL"));
        return new PostgresAgingProofs(
                database, outbox, ids, tale, followers.stream().toList());
    }

    @Produces
    @Singleton
    Worker proofKeeper(AgingProofs proofs, VerificationRules rules, Clock clock, Journal journal) {
        PeriodicWorker.Task keeper = new ProofKeeper(proofs, rules, clock, journal);
        return new PeriodicWorker(Role.API, "proof-keeper", ProofKeeper.LOOK, clock, new PatientTask(keeper));
    }

    @Produces
    @Singleton
    StartStep defaults(Assets assets, IdSource ids, Journal journal) {
        return new DefaultAssets(
                assets,
                List.of(
                        new Suggestion("secplat-api", "SecPlat API", url("API_HEALTH_URL"), "2xx-3xx"),
                        new Suggestion("verify-web", "Verify Web", url("VERIFY_WEB_URL"), "2xx-3xx"),
                        new Suggestion(
                                "example-com",
                                "Example",
                                url("EXAMPLE_COM_URL").or(() -> Optional.of(KnownSettings.usual("EXAMPLE_COM_URL"))),
                                "2xx-3xx"),
                        new Suggestion("juice-shop", "Juice Shop", url("JUICE_URL"), "200")),
                ids,
                journal);
    }

    private Optional<String> url(String setting) {
        return config.getOptionalValue(setting, String.class).filter(value -> !value.isBlank());
    }
}
