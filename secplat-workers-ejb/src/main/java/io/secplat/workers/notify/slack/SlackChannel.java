package io.secplat.workers.notify.slack;

import io.secplat.stream.RetryAfter;
import io.secplat.workers.notify.Channel;
import io.secplat.workers.notify.ChannelName;
import io.secplat.workers.notify.Delivery;
import io.secplat.workers.notify.Lookup;
import io.secplat.workers.notify.Parcel;
import io.secplat.workers.notify.Rate;
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

    /** Slack takes one message a second for each webhook, and short bursts. */
    @Override
    public Rate rate() {
        return new Rate(1, 5);
    }

    /** A webhook cannot be asked what it brought. */
    @Override
    public Lookup find(Parcel parcel) {
        return new Lookup.Unknowable();
    }

    @Override
    public Delivery deliver(Parcel parcel) throws InterruptedException {
        try {
            return judge(call.post(webhook, SlackText.of(parcel.notice())));
        } catch (SlackUnreachableException e) {
            return new Delivery.TryAgain(Optional.empty());
        } catch (IOException | FaultToleranceException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return new Delivery.Uncertain();
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
