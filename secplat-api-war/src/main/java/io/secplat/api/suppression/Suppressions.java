package io.secplat.api.suppression;

import io.secplat.api.request.Caller;
import io.secplat.api.suppression.SuppressionRule.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Maintenance windows and suppression rules. Every change is audited. Ending one early is deleting it: the next evaluation
 * of alerts finds the asset no longer quiet.
 */
public interface Suppressions {

    /** Which part of a list is wanted: at most so many below that id, those in force now or all. */
    record Part(boolean activeOnly, int max, Optional<Integer> below) {}

    /** Newest first. */
    List<MaintenanceWindow> windows(Optional<String> assetKey, Part part);

    /** {@code ASSET_UNKNOWN} without its asset. */
    MaintenanceWindow open(MaintenanceWindow.Wish wish, Caller caller);

    /** {@code WINDOW_UNKNOWN} when it is not there. */
    void deleteWindow(int id, Caller caller);

    /** Newest first. */
    List<SuppressionRule> rules(Optional<Scope> scope, Part part);

    SuppressionRule make(SuppressionRule.Wish wish, Caller caller);

    /** {@code RULE_UNKNOWN} when it is not there. */
    void deleteRule(int id, Caller caller);
}
