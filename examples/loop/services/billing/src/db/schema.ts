import { integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

export const billing = pgSchema('billing');

export const invoices = billing.table('invoice', {
  id: text('id').primaryKey(),
  brandId: text('brand_id').notNull(),
  orderId: text('order_id').notNull(),
  cents: integer('cents').notNull(),
  voidedAt: timestamp('voided_at'),
});

export type Database = import('@platform/db').Database<typeof invoices>;
