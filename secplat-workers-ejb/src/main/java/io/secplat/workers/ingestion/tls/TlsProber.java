package io.secplat.workers.ingestion.tls;

import io.secplat.contracts.model.Probe;
import io.secplat.guard.Endpoint;
import io.secplat.workers.ingestion.CheckResult;
import io.secplat.workers.ingestion.Prober;
import io.secplat.workers.ingestion.tcp.Deadline;
import io.secplat.workers.ingestion.tcp.Dialer;
import io.secplat.workers.ingestion.tcp.NetworkFailure;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

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
        try {
            Endpoint target = Endpoint.parse(String.valueOf(probe.target()));
            return check(target, Deadline.in(Duration.ofMillis(probe.timeoutMs())));
        } catch (IllegalArgumentException e) {
            return CheckResult.malformed(e);
        }
    }

    private CheckResult check(Endpoint target, Deadline deadline) {
        try (Socket raw = dialer.dial(target, deadline)) {
            tls.over(raw, target.host().value(), target.port());
            return new CheckResult.Up(0);
        } catch (IOException e) {
            return NetworkFailure.of(e);
        }
    }
}
