package io.secplat.workers.notify.pipeline;

/** The reason codes of the notifier's dead letters. */
public final class NotifyReasons {

    public static final String UNKNOWN_TYPE = "unknown_type:";
    public static final String EMPTY_DOWN_ASSETS = "empty_down_assets";
    public static final String INVALID_NOTIFICATION = "invalid_notification";
    public static final String NO_CHANNELS = "no_notification_channels_configured";
    public static final String REJECTED = "notification_rejected";
    public static final String DELIVERY_FAILED = "notification_delivery_failed";

    private NotifyReasons() {}
}
