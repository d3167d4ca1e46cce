ALTER TABLE identity.session ADD COLUMN user_id text NOT NULL DEFAULT '';

CREATE TABLE identity.profile (
  id text PRIMARY KEY,
  brand_id text NOT NULL,
  allergies text[]
);
