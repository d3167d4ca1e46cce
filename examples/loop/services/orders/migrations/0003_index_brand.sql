CREATE INDEX CONCURRENTLY order_brand_idx ON orders."order" (brand_id);
