package io.secplat.api.assets.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.assets.Asset;
import io.secplat.api.assets.VerificationMethod;
import io.secplat.api.assets.VerificationRules;
import io.secplat.api.jobs.Claim;
import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.jobs.postgres.PostgresJobs;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgingProofsTest extends ProofBench {

    @Test
    void a_proof_holds_for_ninety_days_and_no_longer() {
        Asset shop = verified("shop");
        clock.advance(Duration.ofDays(90).minusSeconds(1));
        keeper().run();
        assertThat(isVerified(shop)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        keeper().run();
        Asset after = assets.find(shop.id()).orElseThrow();
        assertThat(after.verification().verified()).isFalse();
        assertThat(after.verification().method()).isNull();
        assertThat(after.verification().at()).isNull();
        assertThat(after.verification().token()).isEqualTo(shop.verification().token());
        assertThat(after.fields()).isEqualTo(shop.fields());
        assertThat(followed).last().isEqualTo(after);
    }

    @Test
    void the_end_of_a_proof_is_audited_mirrored_and_told() {
        Asset shop = verified("shop");
        clock.advance(Duration.ofDays(91));
        keeper().run();

        assertThat(rows.audited()).containsExactly("asset.create", "asset.verify", "asset.verification_expire");
        assertThat(rows.one(
                        "SELECT concat_ws(' ', asset_key, user_name, details) FROM audit_events ORDER BY id DESC LIMIT 1",
                        String.class))
                .isEqualTo("shop {\"verified_at\": \"2026-02-03T07:20:00Z\"}");
        List<JsonObject> mirrored = rows.published("asset.saved");
        assertThat(mirrored.get(mirrored.size() - 1).getBoolean("verified")).isFalse();
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.getString("kind")).isEqualTo("asset.verification_expired");
            assertThat(message.getString("dedupe_key"))
                    .isEqualTo("asset.verification_expired:shop:2026-02-03T07:20:00Z");
            assertThat(message.getString("title")).isEqualTo("Verification of shop expired");
            assertThat(message.getString("body")).contains("shop.example, until 2026-05-04");
            assertThat(message.getString("link")).isEqualTo("https://secplat.example/assets/shop");
            assertThat(message.getJsonArray("environments")).hasToString("[\"dev\"]");
            assertThat(message.toString())
                    .doesNotContain(String.valueOf(shop.verification().token()));
        });
    }

    @Test
    void a_reminder_goes_out_fourteen_days_before_the_end_and_only_once() {
        Asset shop = verified("shop");
        clock.advance(Duration.ofDays(76).minusSeconds(1));
        keeper().run();
        assertThat(messages()).isEmpty();

        for (int minute = 0; minute < 3; minute++) {
            clock.advance(Duration.ofMinutes(1));
            keeper().run();
            keeper().run();
        }
        assertThat(isVerified(shop)).isTrue();
        assertThat(rows.audited()).doesNotContain("asset.verification_expire");
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.getString("kind")).isEqualTo("asset.verification_expiring");
            assertThat(message.getString("dedupe_key"))
                    .isEqualTo("asset.verification_expiring:shop:2026-02-03T07:20:00Z");
            assertThat(message.getString("title")).isEqualTo("Verification of shop will expire");
        });
    }

    @Test
    void a_new_proof_starts_a_new_life_with_a_reminder_of_its_own() {
        Asset shop = verified("shop");
        clock.advance(Duration.ofDays(80));
        keeper().run();
        Asset again = proven(shop);
        clock.advance(Duration.ofDays(75));
        keeper().run();
        assertThat(isVerified(shop)).isTrue();
        assertThat(kinds()).hasSize(1);

        clock.advance(Duration.ofDays(1));
        keeper().run();
        clock.advance(Duration.ofDays(14));
        keeper().run();
        assertThat(kinds())
                .containsExactly(
                        "asset.verification_expiring", "asset.verification_expiring", "asset.verification_expired");
        assertThat(messages().get(1).getString("dedupe_key"))
                .endsWith(":" + again.verification().at());
    }

    @Test
    void what_was_away_for_long_takes_back_and_does_not_remind() {
        verified("shop");
        clock.advance(Duration.ofDays(400));
        keeper().run();

        assertThat(kinds()).containsExactly("asset.verification_expired");
    }

    @Test
    void an_asset_that_moved_has_no_proof_that_could_end() {
        Asset shop = verified("shop");
        rows.run("UPDATE assets SET verified = false, verified_at = NULL, verification_method = NULL");
        clock.advance(Duration.ofDays(400));
        keeper().run();

        assertThat(messages()).isEmpty();
        assertThat(assets.verified(shop, VerificationMethod.DNS_TXT, clock.instant(), MIRA))
                .isPresent();
    }

    @Test
    void a_proof_that_was_noted_without_its_time_counts_from_the_last_change() {
        int raw = rows.asset("raw", "external_web", true);
        rows.run("UPDATE assets SET updated_at = '2026-02-03T07:20:00Z'");
        clock.advance(Duration.ofDays(89));
        keeper().run();
        assertThat(assets.find(raw).orElseThrow().verification().verified()).isTrue();

        clock.advance(Duration.ofDays(1));
        keeper().run();
        assertThat(assets.find(raw).orElseThrow().verification().verified()).isFalse();
    }

    @Test
    void a_job_of_an_asset_whose_proof_has_ended_fails_at_the_claim() {
        Asset shop = verified("shop");
        Jobs jobs = new PostgresJobs(
                database,
                outbox,
                (handle, jobId, assetId, keys, now) -> {},
                new LeaseRules(Duration.ofSeconds(60), 2),
                UUID::randomUUID,
                clock);
        int job = jobs.order(new JobOrder(JobType.TLS_HEADERS, shop.id(), JsonValue.EMPTY_JSON_OBJECT, false), MIRA)
                .job()
                .id();
        clock.advance(Duration.ofDays(90));
        keeper().run();

        assertThat(jobs.claim(job, "w")).isEqualTo(new Claim.Refused(JobStatus.FAILED, "Domain not verified"));
    }

    @Test
    void many_proofs_end_in_transactions_of_a_hundred_with_one_message_each() {
        for (int i = 0; i < 201; i++) {
            verified("shop-" + i);
        }
        clock.advance(Duration.ofDays(90));
        keeper().run();

        assertThat(rows.one("SELECT count(*) FROM assets WHERE verified", Integer.class))
                .isZero();
        assertThat(rows.one(
                        "SELECT count(*) FROM audit_events WHERE action = 'asset.verification_expire'", Integer.class))
                .isEqualTo(201);
        assertThat(messages())
                .extracting(message -> message.getJsonArray("asset_keys").size())
                .containsExactly(100, 100, 1);
        assertThat(messages().get(0).getString("title")).isEqualTo("100 verifications expired");
        assertThat(messages().get(0).getString("body").lines()).hasSize(7);
    }

    @Test
    void a_short_life_is_reminded_of_at_its_half_and_a_setting_that_is_none_is_named() {
        verified("shop");
        VerificationRules twoDays = new VerificationRules(Duration.ofDays(2));
        clock.advance(Duration.ofHours(23));
        keeper(twoDays, followed::add).run();
        assertThat(kinds()).isEmpty();
        clock.advance(Duration.ofHours(1));
        keeper(twoDays, followed::add).run();
        assertThat(kinds()).containsExactly("asset.verification_expiring");

        for (int wrong : new int[] {-1, 0, 3_651}) {
            assertThatThrownBy(() -> new VerificationRules(Duration.ofDays(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("VERIFICATION_MAX_AGE_DAYS must be 1 to 3650");
        }
    }
}
