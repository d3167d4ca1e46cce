import { expect, it } from 'vitest';
import { ScheduleService } from '../../src/services/schedule.service';

it('records what the target answered', async () => {
  const repo = { record: async (_brand: string, job: string, status: number) => ({ job, status }) };
  const run = await new ScheduleService(repo as never).start('loop', 'expire-sessions', async () => 202);
  expect(run).toEqual({ job: 'expire-sessions', status: 202 });
});

it('starts nothing that is not in the registry', async () => {
  const service = new ScheduleService({} as never);
  expect(await service.start('loop', 'mend-the-roof', async () => 202)).toBeUndefined();
});
