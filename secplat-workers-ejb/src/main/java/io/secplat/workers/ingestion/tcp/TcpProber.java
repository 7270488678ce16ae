package io.secplat.workers.ingestion.tcp;

import io.secplat.contracts.model.Probe;
import io.secplat.workers.ingestion.CheckResult;
import io.secplat.workers.ingestion.Prober;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Up when the connection opens. */
public final class TcpProber implements Prober {

    private final Dialer dialer;

    public TcpProber(Dialer dialer) {
        this.dialer = dialer;
    }

    @Override
    public CheckResult check(Probe probe) {
        return Optional.ofNullable(probe.target())
                .flatMap(HostPort::parse)
                .map(target -> check(target, Deadline.in(Duration.ofMillis(probe.timeoutMs()))))
                .orElse(new CheckResult.Unknown("invalid_probe"));
    }

    private CheckResult check(HostPort target, Deadline deadline) {
        try {
            dialer.dial(target.host(), target.port(), deadline).close();
            return new CheckResult.Up(0);
        } catch (IOException e) {
            return NetworkFailure.of(e);
        }
    }
}
