package io.secplat.workers.ingestion.http;

import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.StatusExpectation;
import io.secplat.guard.TargetUrl;
import io.secplat.workers.ingestion.CheckResult;
import io.secplat.workers.ingestion.Prober;
import io.secplat.workers.ingestion.tcp.Deadline;
import io.secplat.workers.ingestion.tcp.Dialer;
import io.secplat.workers.ingestion.tcp.NetworkFailure;
import io.secplat.workers.ingestion.tls.TlsHandshake;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Up when a GET answers within the timeout, with an expected status and, where asked for, the text in its body. */
public final class HttpProber implements Prober {

    private static final int REDIRECTS_MOST = 5;

    private final Dialer dialer;
    private final HttpGet get;

    public HttpProber(Dialer dialer, TlsHandshake tls) {
        this.dialer = dialer;
        this.get = new HttpGet(dialer, tls);
    }

    @Override
    public CheckResult check(Probe probe) {
        try {
            return check(TargetUrl.parse(String.valueOf(probe.url())), probe);
        } catch (IllegalArgumentException e) {
            return CheckResult.malformed(e);
        }
    }

    private CheckResult check(TargetUrl target, Probe probe) {
        try {
            Deadline deadline = Deadline.in(Duration.ofMillis(probe.timeoutMs()));
            return judge(probe.followRedirects() ? follow(target, deadline) : get.send(target, deadline), probe);
        } catch (MalformedAnswerException e) {
            return CheckResult.down(ProbeError.HTTP_STATUS);
        } catch (IOException e) {
            return NetworkFailure.of(e);
        }
    }

    private HttpAnswer follow(TargetUrl first, Deadline deadline) throws IOException {
        TargetUrl at = first;
        HttpAnswer answer = get.send(at, deadline);
        for (int followed = 0; followed < REDIRECTS_MOST; followed++) {
            Optional<TargetUrl> next = answer.redirect(at).filter(to -> dialer.mayFollow(first, to));
            if (next.isEmpty()) {
                return answer;
            }
            at = next.get();
            answer = get.send(at, deadline);
        }
        return answer;
    }

    private static CheckResult judge(HttpAnswer answer, Probe probe) {
        String wanted = probe.bodyContains();
        if (!StatusExpectation.parse(probe.expectedStatus()).accepts(answer.status())) {
            return new CheckResult.Down(ProbeError.HTTP_STATUS, answer.status());
        }
        return wanted == null || answer.body().contains(wanted)
                ? new CheckResult.Up(answer.status())
                : new CheckResult.Down(ProbeError.BODY_MISMATCH, answer.status());
    }
}
