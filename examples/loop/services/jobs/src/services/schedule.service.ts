import { registry } from '../jobs/registry';

export class ScheduleService {
  constructor(private readonly call: (job: (typeof registry)[number]) => Promise<number>) {}

  async runs() {
    return Promise.all(registry.map(async (job) => ({ job: job.id, status: await this.call(job) })));
  }
}
