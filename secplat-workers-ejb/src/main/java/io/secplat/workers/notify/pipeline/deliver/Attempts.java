package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.letter.Notice;
import io.secplat.workers.notify.letter.Plot;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.GroupText;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog.Attempt;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog.Entry;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Notes each attempt before it is made and when its end is known: what is told from the log is what can be told after a crash. */
public record Attempts(DeliveryLog log, Clock clock) {

    /** What is known of the letter. */
    Entry entry(Dispatch dispatch) {
        return log.entry(dispatch.letter().dedupeKey(), dispatch.channel().name());
    }

    /** Whether this very letter was accepted, or an attempt for its key began whose end is not known. */
    public boolean isBegun(Dispatch dispatch) {
        Entry entry = entry(dispatch);
        return entry.attempt().isPresent()
                || entry.acceptance()
                        .filter(acceptance ->
                                acceptance.eventId().equals(dispatch.letter().eventId()))
                        .isPresent();
    }

    /** What the channel gets, under that key. */
    Parcel parcel(Dispatch dispatch, UUID key) {
        return new Parcel(dispatch.letter().notice(), key, thread(dispatch));
    }

    /** What the channel is asked for when nobody saw the end of that attempt: as it was made, alone or in a group. */
    Parcel parcel(Dispatch dispatch, Attempt attempt) {
        Notice notice = dispatch.letter().notice();
        return new Parcel(
                attempt.group().map(group -> group.over(notice)).orElse(notice), attempt.key(), attempt.answers());
    }

    /** The attempt that begins; empty when this notifier is not the one that tells. */
    Optional<Attempt> begin(Dispatch dispatch, Parcel parcel) {
        int letters = dispatch.members().size();
        Attempt attempt = new Attempt(
                parcel.key(),
                letters,
                clock.instant(),
                parcel.answers(),
                letters > 1 ? GroupText.of(dispatch.letter()) : Optional.empty());
        return log.begin(keys(dispatch), dispatch.channel().name(), attempt) ? Optional.of(attempt) : Optional.empty();
    }

    /** That attempt is over; false when another is open by now. */
    boolean refused(Dispatch dispatch, Attempt attempt) {
        return log.refused(keys(dispatch), dispatch.channel().name(), attempt);
    }

    /** The acceptance of the letter that was told; each member gets one of its own. */
    Acceptance accepted(Dispatch dispatch, @Nullable JsonObject reference) {
        return accepted(dispatch, reference, dispatch.group());
    }

    /** As {@link #accepted}, of a letter that an earlier attempt told. */
    Acceptance found(Dispatch dispatch, Attempt earlier, @Nullable JsonObject reference) {
        return accepted(
                dispatch, reference, earlier.group().map(GroupText::eventId).orElse(null));
    }

    private Acceptance accepted(Dispatch dispatch, @Nullable JsonObject reference, @Nullable String group) {
        Map<String, Acceptance> all = new LinkedHashMap<>();
        dispatch.members().forEach(member -> all.put(member.dedupeKey(), acceptance(member, reference, group)));
        Acceptance own = acceptance(dispatch.letter(), reference, dispatch.group() == null ? group : null);
        all.put(dispatch.letter().dedupeKey(), own);
        log.remember(all, dispatch.channel().name());
        thread(dispatch, reference, Plot::begins);
        return own;
    }

    /** Whoever ended after the acceptance and before that: later letters must find what they follow, and no more than that. */
    void makeUp(Dispatch dispatch, Acceptance acceptance) {
        thread(dispatch, acceptance.reference(), plot -> false);
    }

    /** Keeps what later letters about the same follow. */
    private void thread(Dispatch dispatch, @Nullable JsonObject reference, Predicate<Plot> anew) {
        ChannelName channel = dispatch.channel().name();
        List<String> subjects = dispatch.letter().subjects();
        JsonObject known = reference == null ? JsonValue.EMPTY_JSON_OBJECT : reference;
        Plot plot = Plot.of(dispatch.letter().notice());
        if (anew.test(plot)) {
            log.begun(channel, subjects, known);
        } else if (plot.begins() || plot.joins()) {
            log.joined(channel, subjects, known);
        } else if (plot.ends()) {
            log.ended(channel, subjects);
        }
    }

    private Acceptance acceptance(Letter letter, @Nullable JsonObject reference, @Nullable String group) {
        return new Acceptance(
                letter.eventId(),
                letter.attempts() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                reference,
                group);
    }

    /** What the letter answers, if all that it is about was told by one message. */
    private Optional<JsonObject> thread(Dispatch dispatch) {
        Letter letter = dispatch.letter();
        if (!Plot.of(letter.notice()).follows() || letter.subjects().isEmpty()) {
            return Optional.empty();
        }
        List<JsonObject> told = log.threads(dispatch.channel().name(), letter.subjects()).stream()
                .filter(thread -> !thread.equals(DeliveryLog.MUTED))
                .distinct()
                .toList();
        return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
    }

    /** The channel was not told of it, on purpose; where it was told of the same before it stays told. */
    public void muted(Letter letter, ChannelName channel) {
        Plot plot = Plot.of(letter.notice());
        if (plot.begins() || plot.joins()) {
            log.joined(channel, letter.subjects(), DeliveryLog.MUTED);
        }
    }

    /** Whether it tells the end of what was kept from the channel; false where nothing is known. */
    boolean endsWhatWasMuted(Dispatch dispatch) {
        Letter letter = dispatch.letter();
        if (!Plot.of(letter.notice()).ends() || letter.subjects().isEmpty()) {
            return false;
        }
        List<JsonObject> begun = log.threads(dispatch.channel().name(), letter.subjects());
        return begun.size() == letter.subjects().size() && begun.stream().allMatch(DeliveryLog.MUTED::equals);
    }

    private static List<String> keys(Dispatch dispatch) {
        return dispatch.members().stream().map(Letter::dedupeKey).toList();
    }
}
