CREATE SCHEMA orders;

CREATE TABLE orders."order" (
  id text PRIMARY KEY,
  brand_id text NOT NULL,
  sku text NOT NULL,
  pieces integer NOT NULL
);
