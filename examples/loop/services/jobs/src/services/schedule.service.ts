import { log } from '@platform/log';
import type { RunRepository } from '../db/run.repository';
import { registry } from '../jobs/registry';

export class ScheduleService {
  constructor(private readonly repo: RunRepository) {}

  runs(brandId: string) {
    return this.repo.newest(brandId);
  }

  async start(brandId: string, jobId: string, call: (path: string) => Promise<number>) {
    const job = registry.find((entry) => entry.id === jobId);
    if (!job) return undefined;
    const status: number = await call(job.path);
    log.info({ job_id: jobId, status }, 'job ran');
    return this.repo.record(brandId, jobId, status);
  }
}
