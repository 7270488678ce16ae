CREATE TABLE policy_bundles (
    id          serial PRIMARY KEY,
    name        text NOT NULL,
    description text,
    definition  text,
    status      text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'approved')),
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    approved_at timestamptz,
    approved_by text
);

CREATE TABLE policy_evaluation_runs (
    id                 serial PRIMARY KEY,
    bundle_id          int NOT NULL REFERENCES policy_bundles ON DELETE CASCADE,
    evaluated_at       timestamptz NOT NULL DEFAULT now(),
    evaluated_by       text,
    bundle_approved_by text,
    score              double precision,
    violations_count   int,
    result_json        jsonb
);

CREATE INDEX policy_evaluation_runs_bundle ON policy_evaluation_runs (bundle_id);

CREATE TABLE audit_events (
    id         serial PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    action     text NOT NULL,
    user_name  text,
    asset_key  text,
    details    jsonb NOT NULL DEFAULT '{}',
    request_id text
);

CREATE INDEX audit_events_created_at ON audit_events (created_at DESC);
CREATE INDEX audit_events_action ON audit_events (action);
CREATE INDEX audit_events_user_name ON audit_events (user_name);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_events_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE TABLE posture_report_snapshots (
    id                serial PRIMARY KEY,
    period            text NOT NULL DEFAULT '24h',
    created_at        timestamptz NOT NULL DEFAULT now(),
    uptime_pct        double precision,
    posture_score_avg double precision,
    avg_latency_ms    double precision,
    total_assets      int,
    green             int,
    amber             int,
    red               int,
    top_incidents     jsonb NOT NULL DEFAULT '[]',
    down_assets       jsonb NOT NULL DEFAULT '[]'
);

CREATE INDEX posture_report_snapshots_created_at ON posture_report_snapshots (created_at DESC);
