import { expect, it } from 'vitest';
import { ScheduleService } from '../../src/services/schedule.service';

it('reports a run of every job', async () => {
  expect(await new ScheduleService(async () => 202).runs()).toHaveLength(2);
});
