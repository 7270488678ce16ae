package io.secplat.workers.notify.twilio;

import com.twilio.base.Page;
import com.twilio.rest.api.v2010.account.Message;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.stream.RetryAfter;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.channel.Tolerance;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** WhatsApp or SMS through Twilio. The reference is {@code {"sid": …}}. */
public final class TwilioChannel implements Channel {

    /** An attempt whose end nobody saw is not older. */
    static final Duration LOOK_BACK = Duration.ofHours(1);

    static final int MOST_PAGES = 4;

    private final TwilioRoute route;
    private final TwilioAccount account;
    private final TwilioSettings settings;
    private final GuardedTwilioCall call;
    private final Clock clock;

    TwilioChannel(
            TwilioRoute route, TwilioAccount account, TwilioSettings settings, GuardedTwilioCall call, Clock clock) {
        this.route = route;
        this.account = account;
        this.settings = settings;
        this.call = call;
        this.clock = clock;
    }

    @Override
    public ChannelName name() {
        return route.channel();
    }

    @Override
    public String recipient() {
        return route.recipient();
    }

    @Override
    public Rate rate() {
        return settings.rate();
    }

    @Override
    public Delivery deliver(Parcel parcel) throws InterruptedException {
        try {
            return new Delivery.Delivered(reference(call.send(account, message(parcel.notice()))));
        } catch (TwilioUnreachableException e) {
            return new Delivery.TryAgain(Optional.empty());
        } catch (TwilioAnswerException e) {
            return judge(e);
        } catch (IOException e) {
            stopIfAsked();
            return new Delivery.Uncertain();
        } catch (FaultToleranceException e) {
            return tolerated(e);
        }
    }

    /**
     * Looks through the newest messages of this sender and recipient, an hour back at most. Twilio keeps no key of ours, so
     * a message is ours when its text is equal. Of two notices with equal text within that hour, the second counts as sent
     * when only the first was: people have been told the same words then, once instead of twice.
     */
    @Override
    public Lookup find(Parcel parcel) throws InterruptedException {
        try {
            return search(message(parcel.notice()).body());
        } catch (TwilioAnswerException e) {
            return e.passing() || e.uncertain() ? Lookup.Later.answered(after(e)) : new Lookup.Unknowable();
        } catch (IOException e) {
            stopIfAsked();
            return new Lookup.Later(Optional.empty());
        } catch (FaultToleranceException e) {
            return tolerated(e) instanceof Delivery.Spared spared
                    ? new Lookup.Later(Optional.of(spared.atLeast()))
                    : new Lookup.Later(Optional.empty());
        }
    }

    private Lookup search(String body) throws IOException {
        Instant since = clock.instant().minus(LOOK_BACK);
        Page<Message> page = call.newest(account, route);
        for (int pages = 1; ; pages++) {
            Optional<Message> ours = page.getRecords().stream()
                    .filter(message -> TwilioAccount.isSince(message, since) && body.equals(message.getBody()))
                    .findFirst();
            if (ours.isPresent()) {
                return new Lookup.Found(reference(ours.get().getSid()));
            }
            if (!page.hasNextPage() || page.getRecords().stream().noneMatch(m -> TwilioAccount.isSince(m, since))) {
                return new Lookup.Absent();
            }
            if (pages == MOST_PAGES) {
                return new Lookup.Unknowable();
            }
            page = call.before(account, page);
        }
    }

    private TwilioMessage message(Notice notice) {
        TwilioText text = TwilioText.of(notice);
        boolean sms = route.channel() == ChannelName.SMS;
        return new TwilioMessage(route, sms ? text.sms(settings.smsSegments()) : text.whatsapp());
    }

    private Delivery judge(TwilioAnswerException answer) {
        if (answer.passing()) {
            return new Delivery.TryAgain(after(answer));
        }
        return answer.uncertain() ? new Delivery.Uncertain() : new Delivery.GiveUp();
    }

    private Optional<Duration> after(TwilioAnswerException answer) {
        return RetryAfter.parse(answer.retryAfter(), clock.instant());
    }

    private static JsonObject reference(String sid) {
        return new JsonWriter().put("sid", sid).build();
    }

    /** A call that was cut off leaves an interrupt behind that was meant for the call alone. */
    private static Delivery tolerated(FaultToleranceException outcome) throws InterruptedException {
        if (Thread.interrupted() && !(outcome instanceof TimeoutException)) {
            throw new InterruptedException();
        }
        return Tolerance.delivery(outcome);
    }

    private static void stopIfAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
