import { migrated } from '@platform/testing';
import { expect, it } from 'vitest';
import app from '../../src';

const as = async (scope: string) => ({ authorization: `Bearer ${(await migrated('identity', { scopes: [scope], brand: 'loop' })).token}` });

it('ends a session', async () => {
  const answer = await app.request('/v1/sessions/s-88', { method: 'DELETE', headers: await as('sessions.admin') });
  expect(answer.status).toBe(204);
});

it('ends overdue sessions, twice when the schedule says so', async () => {
  const headers = await as('jobs.run');
  expect((await app.request('/v1/admin/expire', { method: 'POST', headers })).status).toBe(204);
  expect((await app.request('/v1/admin/expire', { method: 'POST', headers })).status).toBe(204);
});

it('keeps profiles from clients without an agreement', async () => {
  const answer = await app.request('/v1/profiles/p-4', { method: 'GET', headers: await as('profiles.read') });
  expect(answer.status).toBe(403);
});

it('knows no session twice', async () => {
  const answer = await app.request('/v1/sessions/s-89', { method: 'DELETE', headers: await as('sessions.admin') });
  expect(answer.status).toBe(404);
});

it('lets one run end sessions at a time', async () => {
  const answer = await app.request('/v1/admin/expire', { method: 'POST', headers: { ...(await as('jobs.run')), 'x-seed': 'run-under-way' } });
  expect(answer.status).toBe(409);
});

it('knows no profile of another brand', async () => {
  const answer = await app.request('/v1/profiles/p-5', { method: 'GET', headers: await as('profiles.read') });
  expect(answer.status).toBe(404);
});

it('answers the probe of the platform', async () => {
  expect((await app.request('/healthz')).status).toBe(200);
});

it('shows the keys that tokens are signed with', async () => {
  expect((await app.request('/.well-known/jwks.json')).status).toBe(200);
});
