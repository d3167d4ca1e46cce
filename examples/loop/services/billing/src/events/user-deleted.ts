import { dedupe } from '@platform/events';
import type { Database } from '../db/schema';

export const handler = dedupe(['event_id', 'billing.user-deleted'], async (event: { brand_id: string; user_id: string }, tx: Database) => {
  await tx.forget(event.brand_id, event.user_id);
});
