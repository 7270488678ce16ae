package io.secplat.workers.notify.slack;

import io.secplat.stream.RetryAfter;
import io.secplat.workers.notify.Channel;
import io.secplat.workers.notify.ChannelName;
import io.secplat.workers.notify.Delivery;
import io.secplat.workers.notify.Notice;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Slack through an incoming webhook. */
public final class SlackChannel implements Channel {

    private final SlackWebhook webhook;
    private final GuardedSlackCall call;
    private final Clock clock;

    public SlackChannel(SlackWebhook webhook, GuardedSlackCall call, Clock clock) {
        this.webhook = webhook;
        this.call = call;
        this.clock = clock;
    }

    @Override
    public ChannelName name() {
        return ChannelName.SLACK;
    }

    /** A webhook does not tell which channel it writes to. */
    @Override
    public String recipient() {
        return "slack:webhook";
    }

    @Override
    public Delivery deliver(Notice notice) throws InterruptedException {
        try {
            return judge(call.post(webhook, SlackText.of(notice)));
        } catch (IOException | FaultToleranceException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return new Delivery.TryAgain(Optional.empty());
        }
    }

    private Delivery judge(SlackAnswer answer) {
        if (answer.accepted()) {
            return new Delivery.Delivered(null);
        }
        return answer.retryable()
                ? new Delivery.TryAgain(RetryAfter.parse(answer.retryAfter(), clock.instant()))
                : new Delivery.GiveUp();
    }
}
