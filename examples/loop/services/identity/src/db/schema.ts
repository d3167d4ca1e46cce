import { pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

export const sessions = pgSchema('identity').table('session', {
  id: text('id').primaryKey(),
  brandId: text('brand_id').notNull(),
  endsAt: timestamp('ends_at').notNull(),
});
