CREATE SCHEMA identity;

CREATE TABLE identity.session (
  id text PRIMARY KEY,
  brand_id text NOT NULL,
  ends_at timestamptz NOT NULL
);
