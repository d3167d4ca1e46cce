import { pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

export const runs = pgSchema('jobs').table('run', {
  id: text('id').primaryKey(),
  brandId: text('brand_id').notNull(),
  startedAt: timestamp('started_at').notNull(),
});
