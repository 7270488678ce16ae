package io.secplat.api.alerts;

import io.secplat.contracts.event.SecPlatEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is remembered of alerts, and what is told of them: both or neither. */
public interface AlertBook {

    /** What a pass sees: the states it has, the monitored assets, and which a window or rule keeps quiet. */
    record Snapshot(Map<String, AlertState> states, Map<String, AssetMarks> monitored, Set<String> quiet) {

        /** The state of an asset, fresh when it never had an alert. */
        AlertState of(String assetKey) {
            return Optional.ofNullable(states.get(assetKey)).orElseGet(() -> AlertState.none(assetKey));
        }

        /** The marks of those of these assets that are monitored. */
        List<AssetMarks> marks(Collection<String> assetKeys) {
            return assetKeys.stream()
                    .flatMap(key -> Stream.ofNullable(monitored.get(key)))
                    .toList();
        }
    }

    /** What a pass decides. */
    record Decision(List<AlertState> changed, List<SecPlatEvent> events) {}

    /**
     * Decides about these assets in one transaction, alone with them over all servers, so that nobody is told twice; the
     * events carry that request id.
     */
    void decide(Collection<String> assetKeys, String requestId, Function<Snapshot, Decision> pass);

    /** Assets whose alert is open or that flap, as far as is remembered. */
    Set<String> restless();
}
