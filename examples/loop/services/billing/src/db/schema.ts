import { index, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

export const billing = pgSchema('billing');

export const invoices = billing.table(
  'invoice',
  {
    id: text('id').primaryKey(),
    brandId: text('brand_id').notNull(),
    orderId: text('order_id').notNull(),
    cents: integer('cents').notNull(),
    voidedAt: timestamp('voided_at'),
    paidAt: timestamp('paid_at'),
  },
  (table) => [index('invoice_brand_idx').on(table.brandId)],
);

export type Database = import('@platform/db').Database<typeof invoices>;
