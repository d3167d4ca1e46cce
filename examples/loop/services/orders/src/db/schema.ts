import { integer, pgSchema, text } from 'drizzle-orm/pg-core';

export const orders = pgSchema('orders').table('order', {
  id: text('id').primaryKey(),
  brandId: text('brand_id').notNull(),
  sku: text('sku').notNull(),
  pieces: integer('pieces').notNull(),
});

export type Database = import('@platform/db').Database<typeof orders>;
