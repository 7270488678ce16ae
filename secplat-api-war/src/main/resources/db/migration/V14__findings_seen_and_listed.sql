-- Every finding was seen at some time: rows of writers that did not say when count from the time they were stored.
UPDATE findings
SET time = coalesce(time, first_seen, last_seen, now()),
    first_seen = coalesce(first_seen, time, last_seen, now()),
    last_seen = coalesce(last_seen, first_seen, time, now())
WHERE time IS NULL OR first_seen IS NULL OR last_seen IS NULL;

ALTER TABLE findings
    ALTER COLUMN time SET NOT NULL,
    ALTER COLUMN first_seen SET DEFAULT now(),
    ALTER COLUMN first_seen SET NOT NULL,
    ALTER COLUMN last_seen SET DEFAULT now(),
    ALTER COLUMN last_seen SET NOT NULL;

-- The scan jobs that saw it last, newest first: two scans of one asset may run at the same time, and each must know
-- at its end what it saw itself. The first is last_job_id.
ALTER TABLE findings ADD COLUMN seen_by_job_ids int[] NOT NULL DEFAULT '{}';
UPDATE findings SET seen_by_job_ids = ARRAY[last_job_id] WHERE last_job_id IS NOT NULL;

-- The list, last seen first, with each filter: no sort, no scan of the table.
DROP INDEX findings_last_seen;
CREATE INDEX findings_last_seen ON findings (last_seen DESC, finding_id DESC);
CREATE INDEX findings_status_seen ON findings (status, last_seen DESC, finding_id DESC);
CREATE INDEX findings_source_seen ON findings (source, last_seen DESC, finding_id DESC);
CREATE INDEX findings_asset_seen ON findings (asset_id, last_seen DESC, finding_id DESC);
CREATE INDEX findings_unscored_seen ON findings (last_seen DESC, finding_id DESC) WHERE risk_score IS NULL;
DROP INDEX findings_risk_level;
CREATE INDEX findings_risk_level ON findings (risk_level, last_seen DESC, finding_id DESC);

-- Acceptances whose date passes; those whose score has risen already are no longer in it.
CREATE INDEX findings_acceptance_due ON findings (accepted_risk_expires_at)
    WHERE status = 'accepted_risk' AND NOT jsonb_exists(risk_factors_json, 'acceptance_expired');
