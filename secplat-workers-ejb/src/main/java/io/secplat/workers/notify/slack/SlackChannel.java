package io.secplat.workers.notify.slack;

import io.secplat.stream.RetryAfter;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.channel.Tolerance;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Slack through an incoming webhook. */
public final class SlackChannel implements Channel {

    private final SlackWebhook webhook;
    private final Rate rate;
    private final GuardedSlackCall call;
    private final Clock clock;

    /** At Slack's own pace: one message a second for each webhook, and short bursts. */
    public SlackChannel(SlackWebhook webhook, GuardedSlackCall call, Clock clock) {
        this(webhook, new Rate(1, 5), call, clock);
    }

    SlackChannel(SlackWebhook webhook, Rate rate, GuardedSlackCall call, Clock clock) {
        this.webhook = webhook;
        this.rate = rate;
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
    public Rate rate() {
        return rate;
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
            SlackReader.endWhenInterrupted();
            return new Delivery.TryAgain(Optional.empty());
        } catch (SlackTroubleException e) {
            return judge(e.reply().answer());
        } catch (IOException e) {
            SlackReader.endWhenInterrupted();
            return new Delivery.Uncertain();
        } catch (FaultToleranceException e) {
            SlackReader.endWhenInterrupted();
            return Tolerance.delivery(e);
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
