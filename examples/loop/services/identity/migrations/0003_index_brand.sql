CREATE INDEX CONCURRENTLY session_brand_idx ON identity.session (brand_id, ends_at);
CREATE INDEX CONCURRENTLY profile_brand_idx ON identity.profile (brand_id);
