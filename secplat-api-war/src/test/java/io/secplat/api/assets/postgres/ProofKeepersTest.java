package io.secplat.api.assets.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.assets.Asset;
import io.secplat.api.assets.ProofKeeper;
import io.secplat.api.postgres.DatabaseUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProofKeepersTest extends ProofBench {

    private final ExecutorService servers = Executors.newFixedThreadPool(4);

    @AfterEach
    void stopServers() {
        servers.shutdownNow();
    }

    @Test
    void of_several_servers_at_the_same_moment_one_reminds_and_one_takes_back() throws Exception {
        for (int i = 0; i < 5; i++) {
            verified("shop-" + i);
        }
        clock.advance(Duration.ofDays(76));
        allAtOnce();
        clock.advance(Duration.ofDays(14));
        allAtOnce();

        assertThat(kinds()).containsExactly("asset.verification_expiring", "asset.verification_expired");
        assertThat(rows.audited().stream().filter("asset.verification_expire"::equals))
                .hasSize(5);
        assertThat(rows.published("asset.saved")).hasSize(15);
    }

    @Test
    void a_server_whose_connection_is_killed_between_the_steps_leaves_nothing_half_done() {
        Asset shop = verified("shop");
        int audited = rows.audited().size();
        int sent = rows.one("SELECT count(*) FROM outbox_events", Integer.class);
        clock.advance(Duration.ofDays(90));

        assertThatThrownBy(() -> keeper(RULES, asset -> killOwnConnection()).run())
                .isInstanceOf(DatabaseUnavailableException.class);
        assertThat(isVerified(shop)).isTrue();
        assertThat(rows.audited()).hasSize(audited);
        assertThat(rows.one("SELECT count(*) FROM outbox_events", Integer.class))
                .isEqualTo(sent);

        keeper().run();
        assertThat(isVerified(shop)).isFalse();
        assertThat(kinds()).containsExactly("asset.verification_expired");
        assertThat(rows.audited()).hasSize(audited + 1);
    }

    @Test
    void a_follower_that_fails_undoes_the_whole_turn() {
        Asset first = verified("first");
        Asset second = verified("second");
        clock.advance(Duration.ofDays(90));
        ProofKeeper failing = keeper(RULES, asset -> {
            if (asset.id() == second.id()) {
                throw new IllegalStateException("no");
            }
        });

        assertThatThrownBy(failing::run).isInstanceOf(IllegalStateException.class);
        assertThat(isVerified(first)).isTrue();
        assertThat(isVerified(second)).isTrue();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void an_asset_that_somebody_is_changing_is_left_for_the_next_turn() throws Exception {
        Asset shop = verified("shop");
        clock.advance(Duration.ofDays(90));
        database.change(handle -> {
            assertThat(AssetStatements.lock(handle, shop.fields().key())).isPresent();
            finished(servers.submit(keeper()::run));
        });
        assertThat(isVerified(shop)).isTrue();

        keeper().run();
        assertThat(isVerified(shop)).isFalse();
    }

    private void allAtOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(4);
        List<Future<?>> turns = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ProofKeeper keeper = keeper();
            turns.add(servers.submit(() -> {
                start.await();
                keeper.run();
                return null;
            }));
        }
        for (Future<?> turn : turns) {
            turn.get();
        }
    }

    private void killOwnConnection() {
        database.change(handle -> handle.createQuery("SELECT pg_terminate_backend(pg_backend_pid())")
                .mapTo(Boolean.class)
                .one());
    }

    private static void finished(Future<?> turn) {
        try {
            turn.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
