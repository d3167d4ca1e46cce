import { migrated } from '@platform/testing';
import { expect, it } from 'vitest';
import app from '../../src';

it('turns a cart into an order', async () => {
  const { token } = await migrated('orders', { scopes: ['orders.write'], brand: 'loop' });
  const answer = await app.request('/v1/orders', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ sku: 'cup-3', pieces: 6 }),
  });
  expect(answer.status).toBe(201);
});

it('answers the probe of the platform', async () => {
  expect((await app.request('/healthz')).status).toBe(200);
});
