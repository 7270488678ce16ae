package io.secplat.api.suppression;

import io.secplat.api.request.Caller;
import io.secplat.api.request.IdPage;
import io.secplat.api.suppression.SuppressionRule.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Maintenance windows and suppression rules. Every change is audited. Ending one early is deleting it: the next evaluation
 * of alerts finds the asset no longer quiet.
 */
public interface Suppressions {

    /** Newest first, those in force now or all; one more than the page shows. */
    List<MaintenanceWindow> windows(Optional<String> assetKey, boolean activeOnly, IdPage page);

    /** {@code ASSET_UNKNOWN} without its asset. */
    MaintenanceWindow open(MaintenanceWindow.Wish wish, Caller caller);

    /** {@code WINDOW_UNKNOWN} when it is not there. */
    void deleteWindow(int id, Caller caller);

    /** As the windows. */
    List<SuppressionRule> rules(Optional<Scope> scope, boolean activeOnly, IdPage page);

    SuppressionRule make(SuppressionRule.Wish wish, Caller caller);

    /** {@code RULE_UNKNOWN} when it is not there. */
    void deleteRule(int id, Caller caller);
}
