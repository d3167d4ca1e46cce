import { describe, expect, it } from 'vitest';
import { client } from '../support/client';

describe('the invoices of a brand', () => {
  it('are issued, listed and read', async () => {
    const billing = await client(['invoices.read', 'invoices.write']);
    expect((await billing.request('POST', '/v1/invoices', { orderId: 'o-1', cents: 999 })).status).toBe(201);
    expect((await billing.request('GET', '/v1/invoices')).status).toBe(200);
    expect((await billing.request('GET', '/v1/invoices/inv-o-1')).status).toBe(200);
  });

  it('are moved to another order', async () => {
    const billing = await client(['invoices.write']);
    expect((await billing.request('PATCH', '/v1/invoices/inv-404', { orderId: 'o-2' })).status).toBe(404);
  });

  it('are void once', async () => {
    const billing = await client(['invoices.write']);
    expect((await billing.request('DELETE', '/v1/invoices/inv-9')).status).toBe(204);
    expect((await billing.request('DELETE', '/v1/invoices/inv-9')).status).toBe(409);
  });

  it('are reconciled as often as the schedule likes', async () => {
    const billing = await client(['jobs.run']);
    expect((await billing.request('POST', '/v1/admin/reconcile')).status).toBe(204);
    expect((await billing.request('POST', '/v1/admin/reconcile')).status).toBe(204);
  });
});

describe('what billing refuses', () => {
  it('is to show what the brand has not', async () => {
    const billing = await client(['invoices.read']);
    expect((await billing.request('GET', '/v1/invoices/inv-405')).status).toBe(404);
  });

  it('is an invoice of an order that nobody can bill', async () => {
    const billing = await client(['invoices.write'], 'cancelled-order');
    const answer = await billing.request('POST', '/v1/invoices', { orderId: 'o-6', cents: 1 });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: 'not_billable' });
  });

  it('is a second run beside the first', async () => {
    const billing = await client(['jobs.run'], 'run-under-way');
    expect((await billing.request('POST', '/v1/admin/reconcile')).status).toBe(409);
  });
});

it('answers the probe of the platform', async () => {
  const billing = await client([]);
  expect((await billing.request('GET', '/healthz')).status).toBe(200);
});
