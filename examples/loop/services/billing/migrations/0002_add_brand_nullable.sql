ALTER TABLE billing.invoice ADD COLUMN brand_id text;
