package io.secplat.workers.ingestion.tcp;

import io.secplat.contracts.model.Probe;
import io.secplat.guard.Endpoint;
import io.secplat.workers.ingestion.CheckResult;
import io.secplat.workers.ingestion.Prober;
import java.io.IOException;
import java.time.Duration;

/** Up when the connection opens. */
public final class TcpProber implements Prober {

    private final Dialer dialer;

    public TcpProber(Dialer dialer) {
        this.dialer = dialer;
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
        try {
            dialer.dial(target, deadline).close();
            return new CheckResult.Up(0);
        } catch (IOException e) {
            return NetworkFailure.of(e);
        }
    }
}
