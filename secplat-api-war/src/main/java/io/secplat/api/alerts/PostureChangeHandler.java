package io.secplat.api.alerts;

import io.secplat.api.live.LiveEvent;
import io.secplat.api.live.LiveFeed;
import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.SearchUnavailableException;
import io.secplat.stream.BatchHandler;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hears that postures changed. A change is a hint only: what counts is the status document of now. Websites are told as well;
 * a change that comes again is told again, which does no harm.
 */
public final class PostureChangeHandler implements BatchHandler {

    private final AlertEvaluation evaluation;
    private final LiveFeed feed;

    public PostureChangeHandler(AlertEvaluation evaluation, LiveFeed feed) {
        this.evaluation = evaluation;
        this.feed = feed;
    }

    @Override
    public Map<String, Outcome> handle(List<Message> messages) {
        Map<String, Outcome> outcomes = new HashMap<>();
        Set<AssetKey> assets = new TreeSet<>();
        String requestId = "";
        for (Message message : messages) {
            Optional<AssetKey> asset = asset(message);
            boolean concerns = concerns(message);
            outcomes.put(
                    message.id(), concerns && asset.isEmpty() ? new Outcome.Park("missing_asset_key") : Outcome.DONE);
            if (concerns && asset.isPresent()) {
                assets.add(asset.get());
                requestId = requestId.isEmpty()
                        ? message.reader().text(FieldNames.REQUEST_ID).orElse(message.eventId())
                        : requestId;
            }
        }
        boolean evaluated = evaluated(assets, requestId);
        if (evaluated) {
            show(messages);
        }
        return evaluated ? outcomes : withoutDone(outcomes);
    }

    private void show(List<Message> messages) {
        List<LiveEvent> changes = messages.stream()
                .filter(message -> concerns(message) && asset(message).isPresent())
                .map(message -> new LiveEvent(
                        EventTypes.POSTURE_CHANGED, message.reader().payload()))
                .toList();
        if (!changes.isEmpty()) {
            feed.append(changes);
        }
    }

    /** False when the record is away, which is not the messages' fault. */
    private boolean evaluated(Set<AssetKey> assets, String requestId) {
        try {
            evaluation.evaluate(assets, requestId);
            return true;
        } catch (SearchUnavailableException e) {
            return false;
        }
    }

    private static Map<String, Outcome> withoutDone(Map<String, Outcome> outcomes) {
        outcomes.replaceAll(
                (id, outcome) -> outcome instanceof Outcome.Done ? new Outcome.Hold("search_unavailable") : outcome);
        return outcomes;
    }

    private static boolean concerns(Message message) {
        return message.reader()
                .text(FieldNames.EVENT_TYPE)
                .filter(EventTypes.POSTURE_CHANGED::equals)
                .isPresent();
    }

    private static Optional<AssetKey> asset(Message message) {
        return message.reader().text("asset_key").filter(AssetKey::isValid).map(AssetKey::new);
    }
}
