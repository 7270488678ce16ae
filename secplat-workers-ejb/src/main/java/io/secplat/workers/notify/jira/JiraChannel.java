package io.secplat.workers.notify.jira;

import io.secplat.contracts.json.JsonReader;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.channel.Tolerance;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Jira: an issue for a message that stands for itself, a comment for one that follows another. */
public final class JiraChannel implements Channel {

    private final JiraSettings settings;
    private final JiraIssues issues;
    private final Clock clock;

    JiraChannel(JiraSettings settings, JiraIssues issues, Clock clock) {
        this.settings = settings;
        this.issues = issues;
        this.clock = clock;
    }

    @Override
    public ChannelName name() {
        return ChannelName.JIRA;
    }

    @Override
    public String recipient() {
        return "jira:" + settings.projectKey();
    }

    @Override
    public Rate rate() {
        return settings.rate();
    }

    @Override
    public Delivery deliver(Parcel parcel) throws InterruptedException {
        try {
            Optional<String> followed = followed(parcel);
            return followed.isPresent() ? follow(parcel, followed.get()) : delivered(issues.create(parcel));
        } catch (JiraUnreachableException e) {
            return new Delivery.TryAgain(Optional.empty());
        } catch (JiraAnswerException e) {
            return judge(e);
        } catch (IOException | IllegalArgumentException e) {
            stopIfAsked();
            return new Delivery.Uncertain();
        } catch (FaultToleranceException e) {
            return tolerated(e);
        }
    }

    private Delivery delivered(JsonObject reference) {
        return new Delivery.Delivered(reference, issues.rest(clock.instant()));
    }

    /** Once it has been commented people have been told: whatever comes of the transition, nobody may tell them again. */
    private Delivery follow(Parcel parcel, String issue) throws IOException, InterruptedException {
        issues.comment(parcel, issue);
        try {
            return delivered(issues.conclude(parcel, issue));
        } catch (JiraAnswerException e) {
            return e.passing() ? new Delivery.Uncertain(e.after(clock.instant())) : judge(e);
        } catch (JiraUnreachableException e) {
            return new Delivery.Uncertain();
        } catch (FaultToleranceException e) {
            Delivery unused = tolerated(e);
            return new Delivery.Uncertain();
        }
    }

    /**
     * Looks for the issue by its label, or for the comment by the key in its last line; makes up for a transition that was
     * left out, since the message has been told. Jira's search lags some seconds behind, so an issue
     * that was made just now may not be found yet.
     */
    @Override
    public Lookup find(Parcel parcel) throws InterruptedException {
        try {
            Optional<String> followed = followed(parcel);
            Optional<JsonObject> reference =
                    followed.isPresent() ? commented(parcel, followed.get()) : issues.created(parcel.key());
            return reference.<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Absent::new);
        } catch (JiraAnswerException e) {
            return e.passing() || e.uncertain()
                    ? Lookup.Later.answered(e.after(clock.instant()))
                    : new Lookup.Unknowable();
        } catch (IOException | IllegalArgumentException e) {
            stopIfAsked();
            return new Lookup.Later(Optional.empty());
        } catch (FaultToleranceException e) {
            return tolerated(e) instanceof Delivery.Spared spared
                    ? new Lookup.Later(Optional.of(spared.atLeast()))
                    : new Lookup.Later(Optional.empty());
        }
    }

    private Optional<JsonObject> commented(Parcel parcel, String issue) throws IOException {
        return issues.isCommented(parcel, issue) ? Optional.of(issues.conclude(parcel, issue)) : Optional.empty();
    }

    private static Optional<String> followed(Parcel parcel) {
        return parcel.answers()
                .flatMap(reference -> new JsonReader(reference).text("issue_key"))
                .filter(key -> key.matches("[A-Za-z][A-Za-z0-9_]*-\\d+"));
    }

    private Delivery judge(JiraAnswerException answer) {
        if (answer.passing()) {
            return new Delivery.TryAgain(answer.after(clock.instant()));
        }
        return answer.uncertain() ? new Delivery.Uncertain() : new Delivery.GiveUp();
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
