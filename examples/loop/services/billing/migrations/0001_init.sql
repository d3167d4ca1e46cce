CREATE SCHEMA billing;

CREATE TABLE billing.invoice (
  id text PRIMARY KEY,
  order_id text NOT NULL,
  cents integer NOT NULL,
  voided_at timestamptz,
  paid_at timestamptz
);
