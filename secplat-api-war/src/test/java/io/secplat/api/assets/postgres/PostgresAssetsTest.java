package io.secplat.api.assets.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.assets.Asset;
import io.secplat.api.assets.AssetFields;
import io.secplat.api.assets.AssetType;
import io.secplat.api.assets.Assets;
import io.secplat.api.assets.Labels;
import io.secplat.api.assets.Owner;
import io.secplat.api.assets.VerificationMethod;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PostgresAssetsTest {

    private static final Caller MIRA = new Caller("mira", AccessRole.ANALYST, "web-7Qd2");
    private static final AssetKey SHOP = new AssetKey("shop");
    private static final Instant AT = Instant.parse("2026-05-04T07:20:00Z");

    private final Database database = TestDatabase.fresh();
    private final List<Asset> followed = new ArrayList<>();
    private final AtomicInteger secrets = new AtomicInteger();
    private final Assets assets = new PostgresAssets(
            database,
            new OutboxTable(new OutboxSignal()),
            UUID::randomUUID,
            length -> "token" + secrets.incrementAndGet(),
            List.of(followed::add));

    @Test
    void an_asset_comes_back_as_it_was_created_with_its_audit_and_mirror_rows() {
        AssetFields fields = web("shop.example", Probe.http("https://shop.example", "200"));
        Asset made = assets.create(fields, MIRA).orElseThrow();
        assertThat(assets.find(SHOP)).contains(made);
        assertThat(assets.find(made.id())).contains(made);
        assertThat(made.fields()).isEqualTo(fields);
        assertThat(made.verification().token()).isEqualTo("token1");
        assertThat(texts("SELECT action || ' ' || asset_key || ' ' || request_id FROM audit_events"))
                .containsExactly("asset.create shop web-7Qd2");
        assertThat(texts("SELECT target || ' ' || event_type || ' ' || (payload->>'asset_key') FROM outbox_events"))
                .containsExactly("index:secplat-assets asset.saved shop");
        assertThat(followed).containsExactly(made);
    }

    @Test
    void a_key_is_taken_once() {
        assertThat(assets.create(web("shop.example", null), MIRA)).isPresent();
        assertThat(assets.create(web("other.example", null), MIRA)).isEmpty();
        assertThat(texts("SELECT action FROM audit_events")).hasSize(1);
    }

    @Test
    void no_change_leaves_no_trace() {
        Asset made = assets.create(web("shop.example", null), MIRA).orElseThrow();
        assertThat(assets.change(SHOP, UnaryOperator.identity(), MIRA)).isInstanceOf(Assets.Changed.Nothing.class);
        assertThat(assets.find(SHOP)).contains(made);
        assertThat(texts("SELECT action FROM audit_events")).containsExactly("asset.create");
    }

    @Test
    void a_verified_asset_that_moves_needs_a_new_proof() {
        Asset made = assets.create(web("shop.example", null), MIRA).orElseThrow();
        assertThat(assets.verified(made, VerificationMethod.WELL_KNOWN, AT, MIRA))
                .isPresent();
        Asset moved = changed(fields -> web("moved.example", null));
        assertThat(moved.verification().verified()).isFalse();
        assertThat(moved.verification().method()).isNull();
        assertThat(moved.verification().at()).isNull();
        assertThat(moved.verification().token()).isEqualTo("token2");
    }

    @Test
    void a_verified_asset_that_stays_keeps_its_proof() {
        Asset made = assets.create(web("shop.example", null), MIRA).orElseThrow();
        Asset proven =
                assets.verified(made, VerificationMethod.WELL_KNOWN, AT, MIRA).orElseThrow();
        Asset watched = changed(fields -> web("shop.example", Probe.http("http://shop.example", "200")));
        assertThat(watched.verification()).isEqualTo(proven.verification());
        assertThat(watched.updatedAt()).isAfterOrEqualTo(proven.updatedAt());
    }

    @Test
    void a_proof_of_a_name_that_changed_meanwhile_is_not_noted() {
        Asset asked = assets.create(web("shop.example", null), MIRA).orElseThrow();
        changed(fields -> web("moved.example", null));
        assertThat(assets.verified(asked, VerificationMethod.DNS_TXT, AT, MIRA)).isEmpty();
    }

    @Test
    void an_asset_with_jobs_or_findings_is_not_deleted() {
        Asset made = assets.create(web("shop.example", null), MIRA).orElseThrow();
        database.change(handle -> handle.execute(
                "INSERT INTO scan_jobs (job_type, target_asset_id) VALUES ('tls_headers', ?)", made.id()));
        assertThat(assets.delete(SHOP, MIRA)).isInstanceOf(Assets.Deleted.StillNeeded.class);
    }

    @Test
    void a_deleted_asset_leaves_the_mirror_too() {
        Asset made = assets.create(web("shop.example", null), MIRA).orElseThrow();
        assertThat(assets.delete(SHOP, MIRA)).isEqualTo(new Assets.Deleted.Gone(made.id()));
        assertThat(assets.delete(SHOP, MIRA)).isInstanceOf(Assets.Deleted.Unknown.class);
        assertThat(texts("SELECT event_type FROM outbox_events ORDER BY id"))
                .containsExactly("asset.saved", "asset.removed");
    }

    @Test
    void a_follower_that_fails_undoes_the_change() {
        Assets followedBadly = new PostgresAssets(
                database, new OutboxTable(new OutboxSignal()), UUID::randomUUID, length -> "t", List.of(asset -> {
                    throw new IllegalStateException("no");
                }));
        assertThatThrownBy(() -> followedBadly.create(web("shop.example", null), MIRA))
                .isInstanceOf(IllegalStateException.class);
        assertThat(assets.find(SHOP)).isEmpty();
    }

    @Test
    void the_list_is_newest_first_and_pages_by_id() {
        List<AssetFields> some = List.of(app("a"), app("b"), app("c"));
        assertThat(assets.createFirst(some, "r")).isEqualTo(3);
        assertThat(assets.createFirst(some, "r")).isZero();
        List<Asset> all = assets.list(10, Integer.MAX_VALUE);
        assertThat(all).extracting(asset -> asset.fields().key().value()).containsExactly("c", "b", "a");
        assertThat(assets.list(2, all.get(0).id())).isEqualTo(all.subList(1, 3));
        assertThat(texts("SELECT event_type FROM outbox_events")).hasSize(3);
    }

    private Asset changed(UnaryOperator<AssetFields> change) {
        return ((Assets.Changed.To) assets.change(SHOP, change, MIRA)).asset();
    }

    private static AssetFields web(String name, Probe probe) {
        return new AssetFields(
                SHOP, AssetType.EXTERNAL_WEB, name, Owner.NOBODY, Labels.DEFAULT, null, null, true, probe);
    }

    private static AssetFields app(String key) {
        return new AssetFields(
                new AssetKey(key), AssetType.APP, key, Owner.NOBODY, Labels.DEFAULT, null, null, true, null);
    }

    private List<String> texts(String sql) {
        return database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
