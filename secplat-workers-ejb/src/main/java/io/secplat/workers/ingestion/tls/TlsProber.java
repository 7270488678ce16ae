package io.secplat.workers.ingestion.tls;

import io.secplat.contracts.model.Probe;
import io.secplat.workers.ingestion.CheckResult;
import io.secplat.workers.ingestion.Prober;
import io.secplat.workers.ingestion.tcp.Deadline;
import io.secplat.workers.ingestion.tcp.Dialer;
import io.secplat.workers.ingestion.tcp.HostPort;
import io.secplat.workers.ingestion.tcp.NetworkFailure;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** Up when the handshake succeeds with a trusted, valid certificate for the host. */
public final class TlsProber implements Prober {

    private final Dialer dialer;
    private final TlsHandshake tls;

    public TlsProber(Dialer dialer, TlsHandshake tls) {
        this.dialer = dialer;
        this.tls = tls;
    }

    @Override
    public CheckResult check(Probe probe) {
        return Optional.ofNullable(probe.target())
                .flatMap(HostPort::parse)
                .map(target -> check(target, Deadline.in(Duration.ofMillis(probe.timeoutMs()))))
                .orElse(new CheckResult.Unknown("invalid_probe"));
    }

    private CheckResult check(HostPort target, Deadline deadline) {
        try (Socket raw = dialer.dial(target.host(), target.port(), deadline)) {
            tls.over(raw, target.host(), target.port());
            return new CheckResult.Up(0);
        } catch (IOException e) {
            return NetworkFailure.of(e);
        }
    }
}
