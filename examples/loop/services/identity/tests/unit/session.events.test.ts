import { EVENT_SCHEMAS } from '@platform/contracts';
import { publishEvent } from '@platform/events';
import { expect, it, vi } from 'vitest';
import { SessionService } from '../../src/services/session.service';

vi.mock('@platform/events', () => ({ publishEvent: vi.fn() }));

const repo = {
  db: () => ({ transaction: async (work: (tx: unknown) => unknown) => work({}) }),
  removeOf: async () => undefined,
};

it('sends what the schema of a deleted user asks for', async () => {
  await new SessionService(repo as never).forget('loop', 'u-21');
  const [name, payload] = vi.mocked(publishEvent).mock.lastCall!;
  expect(name).toBe('identity.user.deleted.v1');
  EVENT_SCHEMAS['identity.user.deleted.v1'].schema.parse(payload);
});
