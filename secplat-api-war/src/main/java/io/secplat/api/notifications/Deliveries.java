package io.secplat.api.notifications;

import io.secplat.contracts.event.DeliveryRecorded;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of deliveries. */
public interface Deliveries {

    /** One announcement and the id of the event that brought it. */
    record Announced(UUID eventId, DeliveryRecorded delivery) {}

    /** One announcement as it is stored. */
    record Recorded(long id, DeliveryRecorded delivery) {}

    /** Which deliveries are wanted. */
    record Filter(
            Optional<String> assetKey,
            Optional<Integer> incidentId,
            Optional<String> channel,
            Optional<String> status) {}

    /** Stores them; one that is there already stays as it is. */
    void record(Collection<Announced> deliveries);

    /** Newest first, below that id. */
    List<Recorded> page(Filter filter, int limit, Optional<Long> below);
}
