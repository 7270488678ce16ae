package io.secplat.contracts.event;

import jakarta.json.JsonObject;

/** A fact or a request that travels on a stream. */
public sealed interface SecPlatEvent
        permits ScanRequested,
                DeriveRequested,
                PostureChanged,
                FindingCreated,
                AlertTriggered,
                DownAssetsNotification,
                Notification,
                DeliveryRecorded,
                NotificationDivided,
                OperatorAct {

    /** The stream that carries it. */
    StreamName stream();

    /** One of {@link EventTypes}. */
    String eventType();

    /** The members of its payload, as they stand in the contract. */
    JsonObject payload();
}
