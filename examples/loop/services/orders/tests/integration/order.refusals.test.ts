import { migrated } from '@platform/testing';
import { expect, it } from 'vitest';
import app from '../../src';

it('sells no article that is gone', async () => {
  const { token } = await migrated('orders', { scopes: ['orders.write'], brand: 'loop', seed: 'empty-shelf' });
  const answer = await app.request('/v1/orders', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'k-8' },
    body: JSON.stringify({ sku: 'cup-4', pieces: 1 }),
  });
  expect(answer.status).toBe(422);
});
