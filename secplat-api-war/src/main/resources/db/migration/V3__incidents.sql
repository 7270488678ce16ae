CREATE TABLE incidents (
    id           serial PRIMARY KEY,
    incident_key text UNIQUE,
    title        text NOT NULL,
    severity     text NOT NULL DEFAULT 'medium' CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
    status       text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'triaged', 'contained', 'resolved', 'closed')),
    assigned_to  text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    resolved_at  timestamptz,
    closed_at    timestamptz,
    sla_due_at   timestamptz,
    metadata     jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE incident_alerts (
    incident_id int NOT NULL REFERENCES incidents ON DELETE CASCADE,
    asset_key   text NOT NULL,
    added_at    timestamptz NOT NULL DEFAULT now(),
    added_by    text,
    PRIMARY KEY (incident_id, asset_key)
);

CREATE TABLE incident_notes (
    id          serial PRIMARY KEY,
    incident_id int NOT NULL REFERENCES incidents ON DELETE CASCADE,
    event_type  text NOT NULL DEFAULT 'note'
        CHECK (event_type IN ('note', 'state_change', 'alert_added', 'resolution')),
    author      text,
    body        text,
    details     jsonb NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX incident_notes_incident ON incident_notes (incident_id);

CREATE TABLE incident_evidence (
    evidence_id   serial PRIMARY KEY,
    incident_id   int NOT NULL REFERENCES incidents ON DELETE CASCADE,
    evidence_type text NOT NULL
        CHECK (evidence_type IN ('alert', 'finding', 'asset', 'job', 'ticket', 'note', 'event', 'other')),
    ref_id        text NOT NULL,
    relation      text NOT NULL DEFAULT 'linked',
    summary       text,
    details       jsonb NOT NULL DEFAULT '{}',
    added_by      text,
    created_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (incident_id, evidence_type, ref_id, relation)
);

CREATE TABLE incident_watchers (
    incident_id int NOT NULL REFERENCES incidents ON DELETE CASCADE,
    username    text NOT NULL,
    added_by    text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (incident_id, username)
);

CREATE TABLE incident_checklist_items (
    item_id     serial PRIMARY KEY,
    incident_id int NOT NULL REFERENCES incidents ON DELETE CASCADE,
    title       text NOT NULL,
    done        boolean NOT NULL DEFAULT false,
    done_by     text,
    done_at     timestamptz,
    created_by  text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX incident_checklist_items_incident ON incident_checklist_items (incident_id);

CREATE TABLE incident_decisions (
    decision_id serial PRIMARY KEY,
    incident_id int NOT NULL REFERENCES incidents ON DELETE CASCADE,
    decision    text NOT NULL,
    rationale   text,
    decided_by  text,
    details     jsonb NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX incident_decisions_incident ON incident_decisions (incident_id);
