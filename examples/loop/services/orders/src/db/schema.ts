import { boolean, index, integer, pgSchema, text } from 'drizzle-orm/pg-core';

export const schema = pgSchema('orders');

export const orders = schema.table(
  'order',
  {
    id: text('id').primaryKey(),
    brandId: text('brand_id').notNull(),
    sku: text('sku').notNull(),
    pieces: integer('pieces').notNull(),
    billed: boolean('billed').notNull().default(false),
  },
  (table) => [index('order_brand_idx').on(table.brandId)],
);

export type Database = import('@platform/db').Database<typeof orders>;
