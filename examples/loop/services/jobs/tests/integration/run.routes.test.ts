import { migrated } from '@platform/testing';
import { expect, it } from 'vitest';
import app from '../../src';

it('lists the newest runs', async () => {
  const { token } = await migrated('jobs', { scopes: ['jobs.run'], brand: 'loop' });
  const answer = await app.request('/v1/runs', { method: 'GET', headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
});

it('answers the probe of the platform', async () => {
  expect((await app.request('/healthz')).status).toBe(200);
});
