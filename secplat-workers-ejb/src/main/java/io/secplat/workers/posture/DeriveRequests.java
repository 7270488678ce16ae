package io.secplat.workers.posture;

import io.secplat.contracts.event.DeriveRequested;
import io.secplat.contracts.event.EventFields;
import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.SearchUnavailableException;
import io.secplat.stream.BatchHandler;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers {@code derive.requested}: the requests of one read are merged, so that an asset is derived once for all of them. */
final class DeriveRequests implements BatchHandler {

    static final String FAILED = "derive_failed";
    static final String INVALID = "invalid_payload";

    /** One readable request; no keys mean every monitored asset. */
    private record Request(String id, Set<AssetKey> keys, boolean replay) {

        boolean concerns(Set<AssetKey> assets) {
            return keys.isEmpty() ? !assets.isEmpty() : keys.stream().anyMatch(assets::contains);
        }
    }

    private final PosturePasses passes;

    DeriveRequests(PosturePasses passes) {
        this.passes = passes;
    }

    @Override
    public Map<String, Outcome> handle(List<Message> messages) {
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Request> requests = new ArrayList<>();
        for (Message message : messages) {
            try {
                requests.add(read(message));
            } catch (IllegalArgumentException e) {
                outcomes.put(message.id(), new Outcome.Park(INVALID));
            }
        }
        outcomes.putAll(answer(requests));
        return outcomes;
    }

    private Map<String, Outcome> answer(List<Request> requests) {
        try {
            Set<AssetKey> failed = new HashSet<>(run(requests, true));
            failed.addAll(run(requests, false));
            return requests.stream()
                    .collect(Collectors.toMap(
                            Request::id,
                            request -> request.concerns(failed) ? new Outcome.Retry(FAILED) : Outcome.DONE));
        } catch (SearchUnavailableException e) {
            return hold(requests, "search_unavailable");
        } catch (CourierUnavailableException e) {
            return hold(requests, "courier_unavailable");
        }
    }

    private Set<AssetKey> run(List<Request> requests, boolean replay) {
        List<Request> merged =
                requests.stream().filter(request -> request.replay() == replay).toList();
        if (merged.stream().anyMatch(request -> request.keys().isEmpty())) {
            return passes.overAll(replay);
        }
        return passes.over(
                merged.stream().flatMap(request -> request.keys().stream()).collect(Collectors.toSet()), replay);
    }

    private static Map<String, Outcome> hold(List<Request> requests, String reason) {
        return requests.stream().collect(Collectors.toMap(Request::id, request -> new Outcome.Hold(reason)));
    }

    private static Request read(Message message) {
        EventFields fields = message.reader();
        String type = fields.text(FieldNames.EVENT_TYPE).orElse(EventTypes.DERIVE_REQUESTED);
        if (!type.equals(EventTypes.DERIVE_REQUESTED)
                || fields.text("asset_keys").isEmpty()) {
            throw new IllegalArgumentException("no request to derive");
        }
        DeriveRequested event = DeriveRequested.from(fields);
        Set<AssetKey> keys = event.assetKeys().stream().map(AssetKey::new).collect(Collectors.toSet());
        return new Request(message.id(), keys, event.reason() == DeriveRequested.Reason.REPLAY);
    }
}
