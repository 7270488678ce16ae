CREATE TABLE users (
    id                 serial PRIMARY KEY,
    username           text NOT NULL UNIQUE,
    role               text NOT NULL DEFAULT 'viewer' CHECK (role IN ('viewer', 'analyst', 'admin')),
    password_hash      text,
    disabled           boolean NOT NULL DEFAULT false,
    tokens_valid_after timestamptz,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE auth_refresh_tokens (
    id               bigserial PRIMARY KEY,
    token_hash       text NOT NULL UNIQUE,
    family_id        uuid NOT NULL,
    username         text NOT NULL,
    role             text NOT NULL CHECK (role IN ('viewer', 'analyst', 'admin')),
    issued_at        timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    replaced_by_hash text,
    revoked_at       timestamptz,
    revoked_reason   text CHECK (revoked_reason IN ('rotated', 'revoked', 'expired', 'replayed', 'logout')),
    client_ip        text,
    user_agent       text CHECK (length(user_agent) <= 512)
);

CREATE INDEX auth_refresh_tokens_family ON auth_refresh_tokens (family_id);
CREATE INDEX auth_refresh_tokens_username ON auth_refresh_tokens (username);
CREATE INDEX auth_refresh_tokens_expires_at ON auth_refresh_tokens (expires_at);

CREATE TABLE auth_revoked_tokens (
    jti        text PRIMARY KEY,
    username   text,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX auth_revoked_tokens_expires_at ON auth_revoked_tokens (expires_at);
