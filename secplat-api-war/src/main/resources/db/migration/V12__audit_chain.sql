-- Rows of the audit are signed by the API and linked into a chain by its sealer (ADR 15).
ALTER TABLE audit_events
    ADD COLUMN row_uuid  uuid,
    ADD COLUMN row_key   text,
    ADD COLUMN row_mac   text,
    ADD COLUMN chain_seq bigint,
    ADD COLUMN chain_key text,
    ADD COLUMN chain_mac text;

-- Rows from before have no signature; a new one without it is refused.
ALTER TABLE audit_events
    ADD CONSTRAINT audit_events_signed CHECK (row_mac IS NOT NULL OR chain_seq IS NOT NULL) NOT VALID;

CREATE UNIQUE INDEX audit_events_row_uuid ON audit_events (row_uuid);
CREATE UNIQUE INDEX audit_events_chain_seq ON audit_events (chain_seq) WHERE chain_seq IS NOT NULL;
CREATE INDEX audit_events_unsealed ON audit_events (id) WHERE chain_seq IS NULL;

-- The list is read newest first, by keyset.
DROP INDEX audit_events_created_at;
DROP INDEX audit_events_action;
DROP INDEX audit_events_user_name;
CREATE INDEX audit_events_created_at ON audit_events (created_at DESC, id DESC);
CREATE INDEX audit_events_action ON audit_events (action, created_at DESC, id DESC);
CREATE INDEX audit_events_user_name ON audit_events (user_name, created_at DESC, id DESC);

CREATE TABLE audit_chain (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    chain_seq   bigint NOT NULL,
    chain_mac   text NOT NULL,
    legacy_open boolean NOT NULL,
    head_key    text,
    head_mac    text
);

INSERT INTO audit_chain (chain_seq, chain_mac, legacy_open) VALUES (0, '', true);

CREATE TABLE audit_anchors (
    day        date PRIMARY KEY,
    chain_seq  bigint NOT NULL,
    chain_mac  text NOT NULL,
    anchor_key text NOT NULL,
    anchor_mac text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

DROP TRIGGER audit_events_append_only ON audit_events;

CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

-- The one update there is: a row without a place in the chain gets one, and nothing else changes.
CREATE FUNCTION allow_audit_seal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sealed record;
BEGIN
    IF OLD.chain_seq IS NULL AND OLD.chain_mac IS NULL AND NEW.chain_seq IS NOT NULL AND NEW.chain_mac IS NOT NULL THEN
        sealed := OLD;
        sealed.chain_seq := NEW.chain_seq;
        sealed.chain_key := NEW.chain_key;
        sealed.chain_mac := NEW.chain_mac;
        IF sealed IS NOT DISTINCT FROM NEW THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_events_append_only
    BEFORE DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE TRIGGER audit_events_seal_only
    BEFORE UPDATE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION allow_audit_seal();

CREATE TRIGGER audit_chain_stays
    BEFORE DELETE OR TRUNCATE ON audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE TRIGGER audit_anchors_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_anchors
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
