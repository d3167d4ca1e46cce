import { index, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

export const jobs = pgSchema('jobs');

export const runs = jobs.table(
  'run',
  {
    id: text('id').primaryKey(),
    brandId: text('brand_id').notNull(),
    status: integer('status').notNull(),
    startedAt: timestamp('started_at').notNull(),
  },
  (table) => [index('run_brand_idx').on(table.brandId, table.startedAt)],
);

export type Database = import('@platform/db').Database<typeof runs>;
