package io.secplat.workers.notify.slack;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Slack through a bot: messages that can be found again, and that answer others in their threads. A reply whose thread is gone
 * becomes a message of its own.
 */
final class SlackBotChannel implements Channel {

    private final String channel;
    private final Rate rate;
    private final Clock clock;
    private final SlackAttempts attempts = new SlackAttempts();
    private final SlackPost post;
    private final SlackPlace place;
    private final SlackHistory history;
    private final SlackOutage outage;

    SlackBotChannel(SlackSettings.Bot bot, SlackSettings settings, GuardedSlackCall call, Clock clock) {
        this.channel = bot.channel();
        this.rate = settings.rate();
        this.clock = clock;
        SlackApi api = new SlackApi(bot, settings.timeout());
        SlackReader reader = new SlackReader(api, call, clock);
        this.post = new SlackPost(api, call);
        this.place = new SlackPlace(channel, reader);
        this.history = new SlackHistory(reader, place, attempts, clock);
        this.outage = new SlackOutage(reader, api, call, clock);
    }

    @Override
    public ChannelName name() {
        return ChannelName.SLACK;
    }

    @Override
    public String recipient() {
        return "slack:" + channel;
    }

    @Override
    public Rate rate() {
        return rate;
    }

    @Override
    public Delivery deliver(Parcel parcel) throws InterruptedException {
        attempts.note(parcel.key(), clock.instant());
        Delivery delivery = bring(parcel);
        if (delivery instanceof Delivery.Uncertain) {
            attempts.note(parcel.key(), clock.instant());
        } else if (delivery instanceof Delivery.Delivered) {
            attempts.forget(parcel.key());
        }
        return delivery;
    }

    @Override
    public Lookup find(Parcel parcel) throws InterruptedException {
        return history.find(parcel);
    }

    private Delivery bring(Parcel parcel) throws InterruptedException {
        Optional<SlackThread> thread = parcel.answers().flatMap(SlackThread::of);
        return thread.isPresent() ? reply(thread.get(), parcel) : start(parcel);
    }

    private Delivery start(Parcel parcel) throws InterruptedException {
        SlackPost.Answer answer = post.in(channel, parcel);
        if (answer instanceof SlackPost.Answer.Said said && said.reply().ok()) {
            posted(said.reply()).map(SlackThread::channel).ifPresent(place::learn);
        }
        return delivery(answer);
    }

    private Delivery reply(SlackThread thread, Parcel parcel) throws InterruptedException {
        SlackPost.Answer answer = post.replyTo(thread, parcel);
        if (answer instanceof SlackPost.Answer.Said said && SlackErrors.threadGone(said.reply())) {
            return start(parcel);
        }
        Delivery delivery = delivery(answer);
        return delivery instanceof Delivery.Delivered delivered
                        && parcel.notice().kind().equals("asset.recovered")
                ? new Delivery.Delivered(delivered.reference(), showThatItIsOver(thread, parcel))
                : delivery;
    }

    /** The reply was accepted already, so a wish to end waits until that is known. */
    private Optional<Duration> showThatItIsOver(SlackThread thread, Parcel parcel) {
        try {
            return outage.over(thread, parcel.notice());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Delivery delivery(SlackPost.Answer answer) {
        if (answer instanceof SlackPost.Answer.Silent silent) {
            return silent.delivery();
        }
        SlackReply reply = ((SlackPost.Answer.Said) answer).reply();
        return reply.ok()
                ? new Delivery.Delivered(
                        posted(reply).map(SlackThread::reference).orElse(null))
                : refused(reply);
    }

    private static Optional<SlackThread> posted(SlackReply reply) {
        return SlackThread.of(reply.body());
    }

    private Delivery refused(SlackReply reply) {
        return switch (reply.verdict()) {
            case LATER -> new Delivery.TryAgain(reply.after(clock.instant()));
            case OPEN -> new Delivery.Uncertain();
            case NEVER -> new Delivery.GiveUp();
        };
    }
}
