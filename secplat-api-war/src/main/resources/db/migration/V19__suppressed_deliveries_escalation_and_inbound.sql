-- Why somebody was not told, by which route a message went, and which message told it together with others.
ALTER TABLE notification_deliveries
    DROP CONSTRAINT notification_deliveries_status_check,
    ADD CONSTRAINT notification_deliveries_status_check CHECK (status IN ('sent', 'failed', 'suppressed')),
    ADD COLUMN reason         text,
    ADD COLUMN route          text,
    ADD COLUMN group_event_id text;

-- How many times the outage that was told at notified_down_at was told again.
ALTER TABLE alert_states ADD COLUMN escalation_step int NOT NULL DEFAULT 0;

-- Signed calls from outside that were taken; the same one again has no effect.
CREATE TABLE inbound_requests (
    request_key text PRIMARY KEY,
    received_at timestamptz NOT NULL
);

CREATE INDEX inbound_requests_received_at ON inbound_requests (received_at);

-- The periods of which people were told what was muted.
CREATE TABLE notification_digests (
    until timestamptz PRIMARY KEY
);
