package io.secplat.workers.scan.tls.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.guard.Endpoint;
import io.secplat.guard.TimeLimits;
import io.secplat.guard.TrustedRoots;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.Visitor;
import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.CipherSuites;
import io.secplat.workers.scan.tls.rating.EphemeralKey;
import io.secplat.workers.scan.tls.rating.Offer;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TlsProbeTest {

    private static final TimeLimits SHORT = new TimeLimits(Duration.ofMillis(300), Duration.ofMillis(300));

    private final List<String> log = new ArrayList<>();

    @Test
    void a_modern_server_shows_everything_in_a_dozen_connections() throws Exception {
        try (ScriptedTls server = modern().start()) {
            Sight sight = look(server.port());

            assertThat(sight.offers()).extracting(Offer::version).containsExactly(Protocol.TLS_1_3, Protocol.TLS_1_2);
            assertThat(suites(sight, Protocol.TLS_1_3))
                    .containsExactly("AES_256_GCM_SHA384", "CHACHA20_POLY1305_SHA256", "AES_128_GCM_SHA256");
            assertThat(suites(sight, Protocol.TLS_1_2))
                    .containsExactly("ECDHE_RSA_WITH_AES_128_GCM_SHA256", "ECDHE_RSA_WITH_AES_256_GCM_SHA384");
            assertThat(sight.complete()).isTrue();
            assertThat(sight.connections()).isEqualTo(server.greetings()).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void a_server_that_wants_a_share_of_a_key_gets_it() throws Exception {
        try (ScriptedTls server = modern().wantsKeyShare().start();
                ScriptedTls easier = modern().start()) {
            Sight sight = look(server.port());

            assertThat(sight.offers()).isEqualTo(look(easier.port()).offers());
            assertThat(sight.ownPreference()).contains(true);
            assertThat(server.greetings()).isEqualTo(easier.greetings() + 1);
        }
    }

    @Test
    void an_order_of_the_servers_own_is_told_from_the_clients() throws Exception {
        try (ScriptedTls own = modern().start();
                ScriptedTls one = ScriptedTls.open()
                        .speaks(Protocol.TLS_1_2, "ECDHE_RSA_WITH_AES_128_GCM_SHA256")
                        .start()) {
            assertThat(look(own.port()).ownPreference()).contains(true);
            assertThat(look(one.port()).ownPreference()).isEmpty();
        }
    }

    @Test
    void older_versions_show_their_first_choice_and_what_newer_ones_do_not_take() throws Exception {
        try (ScriptedTls server = ScriptedTls.open()
                .speaks(Protocol.TLS_1_2, "ECDHE_RSA_WITH_AES_128_CBC_SHA", "RSA_WITH_AES_128_CBC_SHA")
                .speaks(Protocol.TLS_1_0, "RSA_WITH_AES_128_CBC_SHA", "RSA_WITH_RC4_128_SHA")
                .start()) {
            Sight sight = look(server.port());

            assertThat(suites(sight, Protocol.TLS_1_2)).hasSize(2);
            assertThat(suites(sight, Protocol.TLS_1_0))
                    .containsExactly("RSA_WITH_AES_128_CBC_SHA", "RSA_WITH_RC4_128_SHA");
        }
    }

    @Test
    void key_exchanges_are_named_with_their_size() throws Exception {
        BigInteger oakley = KnownPrimes.names().entrySet().stream()
                .filter(known -> known.getValue().equals("RFC 2409 group 2"))
                .findFirst()
                .orElseThrow()
                .getKey();
        try (ScriptedTls server = ScriptedTls.open()
                .speaks(Protocol.TLS_1_2, "DHE_RSA_WITH_AES_128_GCM_SHA256", "ECDHE_RSA_WITH_AES_128_GCM_SHA256")
                .exchangesOver(oakley)
                .exchangesOn(19)
                .start()) {
            assertThat(look(server.port()).keys())
                    .containsExactlyInAnyOrder(
                            new EphemeralKey("DH 1024 bits (common prime of RFC 2409 group 2)", 1_024, false),
                            new EphemeralKey("ECDH secp192r1", 1_024, true));
        }
    }

    @Test
    void a_server_that_takes_everything_is_left_after_the_most_connections() throws Exception {
        String[] everything = CipherSuites.of(Protocol.TLS_1_2).stream()
                .map(CipherSuite::name)
                .toArray(String[]::new);
        try (ScriptedTls server =
                ScriptedTls.open().speaks(Protocol.TLS_1_2, everything).start()) {
            Sight sight = look(server.port());

            assertThat(sight.complete()).isFalse();
            assertThat(sight.connections()).isEqualTo(Budget.MOST_CONNECTIONS);
            assertThat(server.greetings()).isEqualTo(Budget.MOST_CONNECTIONS);
        }
    }

    @Test
    void a_server_that_drips_or_says_nothing_is_left_after_three_silences() throws Exception {
        for (OddServer.Manner manner : List.of(OddServer.Manner.SILENT, OddServer.Manner.DRIPPING)) {
            try (OddServer server = new OddServer(manner)) {
                Sight sight = look(server.port(), SHORT);

                assertThat(sight.offers()).as(manner.toString()).isEmpty();
                assertThat(sight.complete()).isFalse();
                assertThat(sight.connections()).isEqualTo(Budget.MOST_SILENCES);
                assertThat(log).contains("TLS greeting: no answer in time");
            }
        }
    }

    @Test
    void a_server_that_closes_or_talks_nonsense_has_said_no() throws Exception {
        for (OddServer.Manner manner : List.of(OddServer.Manner.CLOSING, OddServer.Manner.HTTP)) {
            try (OddServer server = new OddServer(manner)) {
                Sight sight = look(server.port());

                assertThat(sight.offers()).as(manner.toString()).isEmpty();
                assertThat(sight.complete()).isTrue();
            }
        }
    }

    @Test
    void a_server_that_sends_without_end_is_left() throws Exception {
        try (OddServer server = new OddServer(OddServer.Manner.ENDLESS)) {
            assertThat(look(server.port()).offers()).isEmpty();
        }
    }

    @Test
    void an_interrupted_look_ends() throws Exception {
        try (ScriptedTls server = modern().start()) {
            Thread.currentThread().interrupt();

            org.assertj.core.api.Assertions.assertThatThrownBy(() -> look(server.port()))
                    .isInstanceOf(InterruptedException.class);
            assertThat(server.greetings()).isZero();
        }
    }

    private static ScriptedTls modern() throws IOException {
        return ScriptedTls.open()
                .speaks(Protocol.TLS_1_3, "AES_256_GCM_SHA384", "CHACHA20_POLY1305_SHA256", "AES_128_GCM_SHA256")
                .speaks(Protocol.TLS_1_2, "ECDHE_RSA_WITH_AES_128_GCM_SHA256", "ECDHE_RSA_WITH_AES_256_GCM_SHA384");
    }

    private static List<String> suites(Sight sight, Protocol version) {
        return sight.offers().stream()
                .filter(offer -> offer.version() == version)
                .flatMap(offer -> offer.suites().stream())
                .map(suite -> suite.name().substring("TLS_".length()))
                .toList();
    }

    private Sight look(int port) throws InterruptedException {
        return look(port, TimeLimits.DEFAULT);
    }

    private Sight look(int port, TimeLimits limits) throws InterruptedException {
        Visitor visitor = LocalSite.visitor(TrustedRoots.of(List.of()));
        Endpoint endpoint = Endpoint.parse("localhost:" + port);
        Line line = new Line() {
            @Override
            public <T> T ask(byte[] greeting, Reader<T> reader) throws IOException, InterruptedException {
                return visitor.ask(endpoint, greeting, limits, reader::read);
            }
        };
        return new TlsProbe(line, Optional.of("localhost"), Clock.systemUTC(), log::add).look();
    }
}
