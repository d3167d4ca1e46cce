import { dedupe } from '@platform/events';

export const handler = dedupe(['eventId'], async (event: { orderId: string }, db) => {
  await db.markBilled(event.orderId);
});
