import { expect, it } from 'vitest';
import { client } from '../support/client';

it('voids an invoice once', async () => {
  expect((await client().delete('/v1/invoices/inv-9')).status).toBe(204);
  expect((await client().delete('/v1/invoices/inv-9')).status).toBe(409);
});
