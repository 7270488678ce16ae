-- The end of the period whose digest told that somebody was not told; null until one did.
ALTER TABLE notification_deliveries ADD COLUMN digested_until timestamptz;

-- What earlier digests told, and what came before anybody counted.
UPDATE notification_deliveries d SET digested_until = told.until
FROM (SELECT max(until) AS until FROM notification_digests) told
WHERE d.status = 'suppressed' AND d.reason IN ('quiet_hours', 'muted') AND d.occurred_at < told.until;

CREATE INDEX notification_deliveries_undigested ON notification_deliveries (recorded_at)
    WHERE status = 'suppressed' AND reason IN ('quiet_hours', 'muted') AND digested_until IS NULL;

-- The channels of messages that went on as a copy for each: after a loss those without a delivery are told again.
CREATE TABLE notification_divisions (
    notification_event_id text        NOT NULL,
    channel               text        NOT NULL,
    recorded_at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (notification_event_id, channel)
);

CREATE INDEX notification_divisions_recorded_at ON notification_divisions (recorded_at);
