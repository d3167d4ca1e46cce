ALTER TABLE billing.invoice VALIDATE CONSTRAINT invoice_brand_given;

SET lock_timeout = '2s';

ALTER TABLE billing.invoice ALTER COLUMN brand_id SET NOT NULL;
