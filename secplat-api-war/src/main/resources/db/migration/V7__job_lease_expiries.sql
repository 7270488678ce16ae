-- How often the job lost its worker since it was queued by a person; the retry count also counts retries by people.
ALTER TABLE scan_jobs ADD COLUMN lease_expiries int NOT NULL DEFAULT 0;
