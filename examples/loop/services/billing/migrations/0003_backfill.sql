UPDATE billing.invoice SET brand_id = 'loop' WHERE brand_id IS NULL;

ALTER TABLE billing.invoice ADD CONSTRAINT invoice_brand_given CHECK (brand_id IS NOT NULL) NOT VALID;
