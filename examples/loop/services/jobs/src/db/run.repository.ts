import { desc, eq } from 'drizzle-orm';
import { type Database, runs } from './schema';

export class RunRepository {
  constructor(private readonly database: Database) {}

  newest(brandId: string) {
    return this.database.select().from(runs).where(eq(runs.brandId, brandId)).orderBy(desc(runs.startedAt));
  }

  async record(brandId: string, jobId: string, status: number) {
    const [run] = await this.database
      .insert(runs)
      .values({ id: jobId, brandId, status, startedAt: new Date() })
      .returning();
    return run;
  }
}
