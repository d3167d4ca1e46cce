CREATE SCHEMA jobs;

CREATE TABLE jobs.run (
  id text PRIMARY KEY,
  brand_id text NOT NULL,
  started_at timestamptz NOT NULL
);
