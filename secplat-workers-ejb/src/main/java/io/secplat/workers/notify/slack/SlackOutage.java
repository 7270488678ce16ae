package io.secplat.workers.notify.slack;

import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.letter.Notice;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Shows on an outage's message that it is over. Done once, after the recovery was told in its thread: when Slack refuses it or is
 * away, the message stays as it was, and the thread alone tells of the recovery.
 */
record SlackOutage(SlackReader reader, SlackApi api, GuardedSlackCall call, Clock clock) {

    /** For how long Slack asked to be left alone meanwhile; empty when it did not. */
    Optional<Duration> over(SlackThread outage, Notice recovered) throws InterruptedException {
        SlackReader.Read read = reader.ask(parent(outage));
        Optional<Duration> wish = wish(read);
        if (wish.isPresent()) {
            return wish;
        }
        Optional<SlackRecovery> change = change(read, outage, recovered);
        return change.isPresent() ? edit(outage, change.get()) : Optional.empty();
    }

    private static Optional<Duration> wish(SlackReader.Read read) {
        return read instanceof SlackReader.Read.Unanswered unanswered
                        && unanswered.lookup() instanceof Lookup.Later later
                        && later.wish()
                ? later.after()
                : Optional.empty();
    }

    /** Without the scope to read, the recovery takes the message's place. */
    private Optional<SlackRecovery> change(SlackReader.Read read, SlackThread outage, Notice recovered) {
        if (read instanceof SlackReader.Read.Gone) {
            return Optional.empty();
        }
        if (read instanceof SlackReader.Read.Answered answered) {
            return SlackJson.objects(answered.reply().body(), "messages").stream()
                    .filter(message -> SlackJson.text(message, "ts")
                            .filter(outage.ts()::equals)
                            .isPresent())
                    .findFirst()
                    .flatMap(message -> SlackRecovery.of(message, recovered, clock.instant()));
        }
        return Optional.of(SlackRecovery.instead(recovered, clock.instant()));
    }

    private Optional<Duration> edit(SlackThread outage, SlackRecovery change) throws InterruptedException {
        try {
            return call.edit(api, update(outage, change)).after(clock.instant());
        } catch (SlackTroubleException e) {
            return e.reply().after(clock.instant());
        } catch (IOException | FaultToleranceException e) {
            SlackReader.endWhenInterrupted();
            return Optional.empty();
        }
    }

    private static SlackCall parent(SlackThread outage) {
        return SlackCall.of(ConversationsRepliesRequest.builder()
                .channel(outage.channel())
                .ts(outage.ts())
                .limit(1)
                .build());
    }

    private static SlackCall update(SlackThread outage, SlackRecovery change) {
        return SlackCall.of(ChatUpdateRequest.builder()
                .channel(outage.channel())
                .ts(outage.ts())
                .text(change.text())
                .blocksAsString(change.blocks().toString())
                .build());
    }
}
