package io.secplat.workers.ingestion.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.guard.Refusal;
import io.secplat.workers.ingestion.CheckResult;
import io.secplat.workers.ingestion.Guards;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TcpProberTest {

    private final TcpProber prober = new TcpProber(new Dialer(Guards.local()));

    @Test
    void an_open_port_is_up_without_a_code() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(prober.check(probe("127.0.0.1:" + open.getLocalPort()))).isEqualTo(new CheckResult.Up(0));
        }
    }

    @Test
    void a_closed_port_is_refused() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(prober.check(probe("127.0.0.1:" + port))).isEqualTo(CheckResult.down(ProbeError.CONNECTION_REFUSED));
    }

    @Test
    void the_second_address_of_a_name_is_tried_when_the_first_refuses() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            TcpProber twoAddresses = new TcpProber(new Dialer(Guards.local(
                    host -> List.of(InetAddress.getByName("127.0.0.99"), InetAddress.getByName("127.0.0.1")))));

            assertThat(twoAddresses.check(probe("both.test:" + open.getLocalPort())))
                    .isEqualTo(new CheckResult.Up(0));
        }
    }

    @Test
    void an_unknown_name_is_a_dns_error() {
        TcpProber nameless = new TcpProber(new Dialer(Guards.local(host -> {
            throw new UnknownHostException(host);
        })));

        assertThat(nameless.check(probe("nowhere.test:80"))).isEqualTo(CheckResult.down(ProbeError.DNS_ERROR));
    }

    @Test
    void want_of_sockets_or_memory_says_nothing_about_the_target() {
        assertThat(NetworkFailure.of(new java.net.SocketException("Too many open files")))
                .isEqualTo(new CheckResult.Unknown("no_local_resources"));
        assertThat(NetworkFailure.of(new java.net.BindException("Cannot assign requested address")))
                .isEqualTo(new CheckResult.Unknown("no_local_resources"));
        assertThat(NetworkFailure.of(new java.net.NoRouteToHostException("No route to host")))
                .isEqualTo(CheckResult.down(ProbeError.CONNECTION_REFUSED));
    }

    @Test
    void a_target_that_is_no_host_and_port_is_refused() {
        for (String wrong :
                List.of("db.example.org", "db.example.org:0", "db.example.org:99999", "::1:80", "0x7f.1:80")) {
            assertThat(prober.check(probe(wrong)))
                    .isInstanceOfSatisfying(CheckResult.Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.MALFORMED));
        }
    }

    @Test
    void being_stopped_says_nothing_about_the_target() {
        assertThat(NetworkFailure.of(new java.io.InterruptedIOException("stop")))
                .isEqualTo(new CheckResult.Unknown("interrupted"));
    }

    private static Probe probe(String target) {
        return new Probe(ProbeKind.TCP, null, target, 60, 2_000, "2xx-3xx", null, false);
    }
}
