CREATE INDEX CONCURRENTLY run_brand_idx ON jobs.run (brand_id, started_at);
