CREATE TABLE alert_states (
    asset_key            text PRIMARY KEY,
    state                text NOT NULL DEFAULT 'firing'
        CHECK (state IN ('firing', 'acked', 'suppressed', 'resolved')),
    ack_reason           text,
    acked_by             text,
    acked_at             timestamptz,
    suppressed_until     timestamptz,
    assigned_to          text,
    resolved_at          timestamptz,
    updated_at           timestamptz NOT NULL DEFAULT now(),
    is_open              boolean NOT NULL DEFAULT false,
    opened_at            timestamptz,
    recovered_at         timestamptz,
    change_at            timestamptz,
    flapping             boolean NOT NULL DEFAULT false,
    notified_down_at     timestamptz,
    notified_flapping_at timestamptz
);

CREATE TABLE maintenance_windows (
    id         serial PRIMARY KEY,
    asset_key  text NOT NULL,
    start_at   timestamptz NOT NULL,
    end_at     timestamptz NOT NULL,
    reason     text,
    created_by text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (end_at > start_at)
);

CREATE INDEX maintenance_windows_asset ON maintenance_windows (asset_key, end_at);

CREATE TABLE suppression_rules (
    id          serial PRIMARY KEY,
    scope       text NOT NULL CHECK (scope IN ('asset', 'finding', 'all')),
    scope_value text,
    starts_at   timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    reason      text,
    created_by  text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (ends_at > starts_at),
    CHECK (scope = 'all' OR scope_value IS NOT NULL)
);

CREATE INDEX suppression_rules_ends_at ON suppression_rules (ends_at);

CREATE TABLE notification_deliveries (
    id                    bigserial PRIMARY KEY,
    event_id              uuid UNIQUE,
    notification_event_id text,
    dedupe_key            text,
    kind                  text,
    title                 text,
    severity              text,
    channel               text,
    recipient             text,
    status                text NOT NULL CHECK (status IN ('sent', 'failed')),
    attempts              int,
    error                 text,
    external_ref          jsonb,
    asset_keys            text[] NOT NULL DEFAULT '{}',
    incident_id           int,
    occurred_at           timestamptz,
    recorded_at           timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX notification_deliveries_occurred_at ON notification_deliveries (occurred_at DESC);
CREATE INDEX notification_deliveries_incident ON notification_deliveries (incident_id);
CREATE INDEX notification_deliveries_assets ON notification_deliveries USING gin (asset_keys);
CREATE INDEX notification_deliveries_event ON notification_deliveries (notification_event_id);
