CREATE SCHEMA billing;

CREATE TABLE billing.invoice (
  id text PRIMARY KEY,
  brand_id text NOT NULL,
  order_id text NOT NULL,
  cents integer NOT NULL,
  voided_at timestamptz
);
