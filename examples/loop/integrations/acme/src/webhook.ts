import { Hono } from 'hono';
import { verifySignature } from '@platform/webhooks-receiver';
import { log } from './log';

export const webhooks = new Hono();

webhooks.post('/webhooks/loop', async (c) => {
  const raw = await c.req.text();
  if (!verifySignature(raw, c.req.header('Loop-Signature'), process.env.LOOP_WEBHOOK_SECRET)) return c.body(null, 401);
  const event = JSON.parse(raw);
  log.info({ event_id: event.id }, 'webhook received');
  return c.body(null, 204);
});
