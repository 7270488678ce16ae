CREATE TABLE assets (
    asset_id            serial PRIMARY KEY,
    asset_key           text NOT NULL UNIQUE
        CHECK (asset_key ~ '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$'
            AND asset_key NOT IN ('summary', 'overview', 'trend', 'reports', 'alert')),
    type                text NOT NULL CHECK (type IN ('user', 'host', 'external_web', 'app')),
    name                text NOT NULL,
    owner               text,
    owner_team          text,
    owner_email         text,
    asset_type          text NOT NULL DEFAULT 'service',
    environment         text NOT NULL DEFAULT 'dev',
    criticality         text NOT NULL DEFAULT 'medium' CHECK (criticality IN ('high', 'medium', 'low')),
    verified            boolean NOT NULL DEFAULT false,
    verification_method text CHECK (verification_method IN ('well_known', 'dns_txt')),
    verification_token  text,
    verified_at         timestamptz,
    address             text,
    port                int CHECK (port BETWEEN 1 AND 65535),
    is_active           boolean NOT NULL DEFAULT true,
    tags                text[] NOT NULL DEFAULT '{}',
    metadata            jsonb NOT NULL DEFAULT '{}',
    probe               jsonb,
    created_at          timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX assets_environment ON assets (environment);
CREATE INDEX assets_asset_type ON assets (asset_type);
CREATE INDEX assets_criticality ON assets (criticality);
CREATE INDEX assets_tags ON assets USING gin (tags);
CREATE INDEX assets_metadata ON assets USING gin (metadata);

CREATE TABLE scan_jobs (
    job_id           serial PRIMARY KEY,
    job_type         text NOT NULL CHECK (job_type IN ('web_exposure', 'tls_headers', 'health_http')),
    target_asset_id  int REFERENCES assets,
    requested_by     text,
    status           text NOT NULL DEFAULT 'queued'
        CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    created_at       timestamptz NOT NULL DEFAULT now(),
    started_at       timestamptz,
    finished_at      timestamptz,
    error            text,
    log_output       text,
    retry_count      int NOT NULL DEFAULT 0,
    job_params_json  jsonb NOT NULL DEFAULT '{}',
    idempotency_key  text,
    worker_id        text,
    lease_token      uuid,
    lease_generation bigint NOT NULL DEFAULT 0,
    lease_expires_at timestamptz,
    heartbeat_at     timestamptz,
    cancelled_at     timestamptz,
    cancelled_by     text,
    summary_json     jsonb
);

CREATE INDEX scan_jobs_status ON scan_jobs (status);
CREATE INDEX scan_jobs_created_at ON scan_jobs (created_at DESC);
CREATE INDEX scan_jobs_target ON scan_jobs (target_asset_id);
CREATE INDEX scan_jobs_running_leases ON scan_jobs (status, lease_expires_at) WHERE status = 'running';
CREATE UNIQUE INDEX scan_jobs_idempotency_key ON scan_jobs (idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE job_log_lines (
    job_id int NOT NULL REFERENCES scan_jobs ON DELETE CASCADE,
    seq    int NOT NULL,
    ts     timestamptz NOT NULL DEFAULT now(),
    line   text NOT NULL CHECK (length(line) <= 4000),
    PRIMARY KEY (job_id, seq)
);

CREATE TABLE findings (
    finding_id               serial PRIMARY KEY,
    finding_key              text,
    asset_id                 int REFERENCES assets,
    time                     timestamptz DEFAULT now(),
    first_seen               timestamptz,
    last_seen                timestamptz,
    category                 text,
    title                    text NOT NULL,
    severity                 text NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
    confidence               text NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    evidence                 text,
    remediation              text,
    status                   text NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'in_progress', 'remediated', 'accepted_risk')),
    source                   text,
    vulnerability_id         text,
    package_ecosystem        text,
    package_name             text,
    package_version          text,
    fixed_version            text,
    scanner_metadata_json    jsonb NOT NULL DEFAULT '{}',
    accepted_risk_at         timestamptz,
    accepted_risk_expires_at timestamptz,
    accepted_risk_reason     text,
    accepted_risk_by         text,
    risk_score               int CHECK (risk_score BETWEEN 0 AND 100),
    risk_level               text CHECK (risk_level IN ('critical', 'high', 'medium', 'low')),
    risk_factors_json        jsonb NOT NULL DEFAULT '{}',
    last_job_id              int REFERENCES scan_jobs,
    closed_by_job_id         int REFERENCES scan_jobs,
    remediated_at            timestamptz
);

CREATE UNIQUE INDEX findings_finding_key ON findings (finding_key) WHERE finding_key IS NOT NULL;
CREATE INDEX findings_asset_status ON findings (asset_id, status);
CREATE INDEX findings_last_seen ON findings (last_seen DESC, finding_id);
CREATE INDEX findings_risk_score ON findings (risk_score DESC);
CREATE INDEX findings_risk_level ON findings (risk_level);
CREATE INDEX findings_vulnerability_id ON findings (vulnerability_id) WHERE vulnerability_id IS NOT NULL;
CREATE INDEX findings_package_name ON findings (package_name) WHERE package_name IS NOT NULL;
