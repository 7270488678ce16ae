package io.secplat.workers.notify.slack;

import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Looks for a parcel's message by the key in its metadata: first in the thread that it answers, then in the channel, newest
 * first. It looks at the time since the first attempt of this process, or else at the newest thousand messages; it calls a
 * message absent only when it has seen all of them, and five seconds after the last attempt, since Slack may post what it was
 * slow to answer.
 */
final class SlackHistory {

    private static final int PAGES = 5;
    private static final int PAGE = 200;

    /** How much Slack's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** After that much looking there is time again later. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SlackReader reader;
    private final SlackPlace place;
    private final SlackAttempts attempts;
    private final Clock clock;

    SlackHistory(SlackReader reader, SlackPlace place, SlackAttempts attempts, Clock clock) {
        this.reader = reader;
        this.place = place;
        this.attempts = attempts;
        this.clock = clock;
    }

    Lookup find(Parcel parcel) throws InterruptedException {
        Instant until = clock.instant().plus(PATIENCE);
        String since = attempts.of(parcel.key())
                .map(times -> String.valueOf(times.first().minus(SKEW).getEpochSecond()))
                .orElse("0");
        Optional<SlackThread> thread = parcel.answers().flatMap(SlackThread::of);
        if (thread.isPresent()) {
            SlackThread answered = thread.get();
            Lookup inThread =
                    search(parcel.key(), answered.channel(), cursor -> replies(answered, since, cursor), until);
            if (!(inThread instanceof Lookup.Absent)) {
                return inThread;
            }
        }
        Lookup inChannel = place.search(
                channel -> search(parcel.key(), channel, cursor -> history(channel, since, cursor), until));
        return inChannel instanceof Lookup.Absent ? settled(parcel.key()) : inChannel;
    }

    private Lookup settled(UUID key) {
        Instant now = clock.instant();
        Optional<Duration> rest = attempts.of(key)
                .map(times -> Duration.between(now, times.last().plus(SETTLED)))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
        return rest.isPresent() ? new Lookup.Later(rest) : new Lookup.Absent();
    }

    private Lookup search(UUID key, String channel, Function<String, SlackCall> pages, Instant until)
            throws InterruptedException {
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            if (clock.instant().isAfter(until)) {
                return new Lookup.Later(Optional.empty());
            }
            SlackReader.Read read = reader.ask(pages.apply(cursor));
            if (read instanceof SlackReader.Read.Unanswered unanswered) {
                return unanswered.lookup();
            }
            if (!(read instanceof SlackReader.Read.Answered answered)) {
                return new Lookup.Absent();
            }
            Optional<String> ts = SlackNote.find(answered.reply(), key);
            if (ts.isPresent()) {
                return new Lookup.Found(new SlackThread(channel, ts.get()).reference());
            }
            cursor = SlackPages.next(answered.reply()).orElse("");
            if (cursor.isEmpty()) {
                return new Lookup.Absent();
            }
        }
        return new Lookup.Unknowable();
    }

    private static SlackCall history(String channel, String since, String cursor) {
        return SlackCall.of(ConversationsHistoryRequest.builder()
                .channel(channel)
                .oldest(since)
                .includeAllMetadata(true)
                .limit(PAGE)
                .cursor(cursor)
                .build());
    }

    private static SlackCall replies(SlackThread thread, String since, String cursor) {
        return SlackCall.of(ConversationsRepliesRequest.builder()
                .channel(thread.channel())
                .ts(thread.ts())
                .oldest(since)
                .includeAllMetadata(true)
                .limit(PAGE)
                .cursor(cursor)
                .build());
    }
}
