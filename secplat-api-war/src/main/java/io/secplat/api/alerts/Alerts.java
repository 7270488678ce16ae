package io.secplat.api.alerts;

import io.secplat.api.request.Caller;
import java.time.Instant;
import java.util.List;

/**
 * The alerts as people see and handle them. What people do is audited. An asset that the inventory does not know is {@code
 * ASSET_UNKNOWN}; what needs an open alert and finds none is {@code CONFLICT}.
 */
public interface Alerts {

    /** Open alerts, and those resolved in the last seven days. */
    List<AlertFacts> listed();

    /** Marks the open alert as known. */
    void acknowledge(String assetKey, String reason, Caller caller);

    /** Keeps the asset quiet until then. */
    void suppress(String assetKey, Instant until, Caller caller);

    /** Ends the open alert; an asset that is still down fires again. */
    void resolve(String assetKey, Caller caller);

    /** Says who looks after the asset's alerts. */
    void assign(String assetKey, String assignedTo, Caller caller);

    /** Sends on which alerts fire now; returns their assets, none when nothing fires. Nothing is sent without transport. */
    List<String> sendFiring(boolean transport, Caller caller);
}
