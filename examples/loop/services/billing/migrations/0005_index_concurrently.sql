CREATE INDEX CONCURRENTLY invoice_brand_idx ON billing.invoice (brand_id);
