CREATE TABLE oidc_identities (
    issuer    text NOT NULL,
    subject   text NOT NULL,
    username  text NOT NULL REFERENCES users (username),
    linked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, username)
);
