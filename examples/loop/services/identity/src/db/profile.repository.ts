import { and, eq } from 'drizzle-orm';
import { type Database, profiles } from './schema';

export class ProfileRepository {
  constructor(private readonly database: Database) {}

  async find(brandId: string, id: string) {
    const [profile] = await this.database
      .select()
      .from(profiles)
      .where(and(eq(profiles.brandId, brandId), eq(profiles.id, id)));
    return profile;
  }
}
