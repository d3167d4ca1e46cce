ALTER TABLE orders."order" ADD COLUMN billed boolean NOT NULL DEFAULT false;
