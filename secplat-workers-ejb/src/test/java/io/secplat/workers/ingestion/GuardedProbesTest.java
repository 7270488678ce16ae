package io.secplat.workers.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.guard.AllowedNetworks;
import io.secplat.guard.NameResolver;
import io.secplat.guard.Refusal;
import io.secplat.guard.TargetGuard;
import io.secplat.workers.ingestion.http.HttpProber;
import io.secplat.workers.ingestion.tcp.Dialer;
import io.secplat.workers.ingestion.tcp.TcpProber;
import io.secplat.workers.ingestion.tls.TlsHandshake;
import io.secplat.workers.ingestion.tls.TlsProber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class GuardedProbesTest {

    private static final String EVERYTHING = "0.0.0.0/0,::/0";

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<HealthEventDocument> events = new ArrayList<>();
    private final RefusedProbes refused = new RefusedProbes(Samples.journal(log));
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        server.setSoTimeout(100);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(ProbeKind.class)
    void a_private_address_that_is_not_allowed_is_never_spoken_to(ProbeKind kind) {
        assertRefused(kind, "127.0.0.1", "", name -> List.of());
        assertRefused(kind, "inside.example", "", name -> addresses("127.0.0.1"));
        assertRefused(kind, "[::ffff:127.0.0.1]", "10.0.0.0/8", name -> List.of());

        assertThat(wasSpokenTo()).isFalse();
        assertThat(events).isEmpty();
        assertThat(told()).hasSize(1).allSatisfy(line -> assertThat(line).contains("127.0.0.1"));
    }

    @ParameterizedTest
    @EnumSource(ProbeKind.class)
    void a_metadata_address_is_refused_even_when_everything_is_allowed(ProbeKind kind) {
        for (String host : List.of("169.254.169.254", "[::ffff:a9fe:a9fe]", "[fd00:ec2::254]", "metadata.example")) {
            assertThat(prober(EVERYTHING, name -> addresses("169.254.169.254")).check(probe(kind, host)))
                    .isInstanceOfSatisfying(CheckResult.Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.METADATA));
        }
    }

    @ParameterizedTest
    @EnumSource(ProbeKind.class)
    void a_refused_probe_writes_no_event_and_is_told_once_with_its_asset(ProbeKind kind) {
        CheckRunner runner = runner(prober("", name -> List.of()));
        Check check = new Check(
                new MonitoredAsset(new AssetKey("intranet"), probe(kind, "10.0.0.1")),
                Clock.systemUTC().instant());
        runner.start(List.of(check));
        runner.start(List.of(check));

        assertThat(events).isEmpty();
        assertThat(told()).singleElement().satisfies(line -> assertThat(line)
                .contains("\"action\":\"probe.check\"")
                .contains("\"asset\":\"intranet\"")
                .contains("private network"));
    }

    @ParameterizedTest
    @EnumSource(ProbeKind.class)
    void an_allowed_private_address_is_spoken_to_and_the_name_is_looked_up_once(ProbeKind kind) {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "169.254.169.254"));
        Prober prober = prober("127.0.0.0/8", name -> addresses(answers.remove()));

        CheckResult result = prober.check(probe(kind, "rebound.example"));

        assertThat(result).isNotInstanceOf(CheckResult.Refused.class);
        assertThat(wasSpokenTo()).isTrue();
        assertThat(answers).containsExactly("169.254.169.254");
    }

    @Test
    void a_lookup_that_is_interrupted_is_no_dns_error() {
        Prober prober = prober("", name -> {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        });

        assertThat(prober.check(probe(ProbeKind.TCP, "slow.example")))
                .isEqualTo(new CheckResult.Unknown("interrupted"));
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assertRefused(ProbeKind kind, String host, String allowed, NameResolver names) {
        MonitoredAsset asset = new MonitoredAsset(new AssetKey("same"), probe(kind, "same.example"));
        CheckResult result = prober(allowed, names).check(probe(kind, host));
        assertThat(result).isInstanceOf(CheckResult.Refused.class);
        CheckRunner runner = runner(any -> result);
        runner.start(List.of(new Check(asset, Clock.systemUTC().instant())));
    }

    private CheckRunner runner(Prober prober) {
        Clock clock = Clock.systemUTC();
        CheckOutcomes outcomes = new CheckOutcomes(events::add, refused, ProbeFigures.NONE);
        return new CheckRunner(prober, Runnable::run, 1, new StallWatch(clock), clock, outcomes);
    }

    private static Prober prober(String allowed, NameResolver names) {
        Dialer dialer = new Dialer(new TargetGuard(AllowedNetworks.parse(allowed), names));
        TlsHandshake tls = TlsHandshake.ofThisRuntime();
        return new Probers(Map.of(
                ProbeKind.HTTP, new HttpProber(dialer, tls),
                ProbeKind.TCP, new TcpProber(dialer),
                ProbeKind.TLS, new TlsProber(dialer, tls)));
    }

    private Probe probe(ProbeKind kind, String host) {
        String place = host + ":" + server.getLocalPort();
        boolean http = kind == ProbeKind.HTTP;
        return new Probe(
                kind, http ? "http://" + place + "/" : null, http ? null : place, 60, 1_000, "2xx-3xx", null, false);
    }

    private boolean wasSpokenTo() {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> told() {
        return log.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<InetAddress> addresses(String literal) throws IOException {
        return List.of(InetAddress.getByName(literal));
    }
}
