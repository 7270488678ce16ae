-- Scans that are due again and again; an asset has at most one of each type.
CREATE TABLE scan_schedules (
    id          serial PRIMARY KEY,
    asset_id    int NOT NULL REFERENCES assets ON DELETE CASCADE,
    job_type    text NOT NULL CHECK (job_type IN ('web_exposure', 'tls_headers', 'health_http')),
    cron        text NOT NULL,
    time_zone   text NOT NULL,
    priority    smallint NOT NULL DEFAULT 0 CHECK (priority BETWEEN -1 AND 1),
    enabled     boolean NOT NULL DEFAULT true,
    next_run_at timestamptz,
    last_run_at timestamptz,
    last_job_id int REFERENCES scan_jobs ON DELETE SET NULL,
    skipped     bigint NOT NULL DEFAULT 0,
    created_by  text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (asset_id, job_type)
);

CREATE INDEX scan_schedules_due ON scan_schedules (next_run_at) WHERE enabled;
