package io.secplat.workers.notify;

/** The reason codes of the notifier's dead letters. */
final class NotifyReasons {

    static final String UNKNOWN_TYPE = "unknown_type:";
    static final String EMPTY_DOWN_ASSETS = "empty_down_assets";
    static final String INVALID_NOTIFICATION = "invalid_notification";
    static final String NO_CHANNELS = "no_notification_channels_configured";
    static final String REJECTED = "notification_rejected";
    static final String DELIVERY_FAILED = "notification_delivery_failed";

    private NotifyReasons() {}
}
