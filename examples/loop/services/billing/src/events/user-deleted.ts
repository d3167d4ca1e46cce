import { dedupe } from '@platform/events';

export const handler = dedupe(['eventId'], async (event: { userId: string }, db) => {
  await db.execute('update billing.invoice set address = null where user_id = $1', [event.userId]);
});
