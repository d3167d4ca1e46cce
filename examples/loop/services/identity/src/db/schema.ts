import { index, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

export const identity = pgSchema('identity');

const brandColumns = {
  id: text('id').primaryKey(),
  brandId: text('brand_id').notNull(),
};

export const sessions = identity.table(
  'session',
  { ...brandColumns, userId: text('user_id').notNull(), endsAt: timestamp('ends_at').notNull() },
  (table) => [index('session_brand_idx').on(table.brandId, table.endsAt)],
);

export const profiles = identity.table(
  'profile',
  { ...brandColumns, allergies: text('allergies').array() },
  (table) => [index('profile_brand_idx').on(table.brandId)],
);

export type Database = import('@platform/db').Database<typeof sessions | typeof profiles>;
