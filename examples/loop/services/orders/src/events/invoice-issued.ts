import { dedupe } from '@platform/events';
import { OrderRepository } from '../db/order.repository';
import type { Database } from '../db/schema';

export const handler = dedupe(['event_id', 'orders.invoice-issued'], async (event: { brand_id: string; order_id: string }, tx: Database) => {
  await new OrderRepository(tx).markBilled(event.brand_id, event.order_id, tx);
});
