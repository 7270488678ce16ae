package io.secplat.workers.notify.slack;

import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Tolerance;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Asks Slack what is there. */
record SlackReader(SlackApi api, GuardedSlackCall call, Clock clock) {

    /** What came of a question. */
    sealed interface Read {

        record Answered(SlackReply reply) implements Read {}

        /** What was asked for does not exist any more. */
        record Gone() implements Read {}

        /** No answer, and what that means for who looks for a message. */
        record Unanswered(Lookup lookup) implements Read {}
    }

    Read ask(SlackCall question) throws InterruptedException {
        try {
            return judge(call.read(api, question));
        } catch (SlackTroubleException e) {
            return later(Lookup.Later.answered(e.reply().after(clock.instant())));
        } catch (IOException e) {
            endWhenInterrupted();
            return later(new Lookup.Later(Optional.empty()));
        } catch (FaultToleranceException e) {
            endWhenInterrupted();
            return later(new Lookup.Later(
                    Tolerance.delivery(e) instanceof Delivery.Spared spared
                            ? Optional.of(spared.atLeast())
                            : Optional.empty()));
        }
    }

    private Read judge(SlackReply reply) {
        if (reply.ok()) {
            return new Read.Answered(reply);
        }
        if (SlackErrors.threadGone(reply)) {
            return new Read.Gone();
        }
        return reply.verdict() == SlackVerdict.NEVER
                ? new Read.Unanswered(new Lookup.Unknowable())
                : later(Lookup.Later.answered(reply.after(clock.instant())));
    }

    private static Read later(Lookup.Later later) {
        return new Read.Unanswered(later);
    }

    /** A call that failed because somebody wants this thread to end is no failure of Slack. */
    static void endWhenInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
