import { and, eq, lt } from 'drizzle-orm';
import { type Database, sessions } from './schema';

export class SessionRepository {
  constructor(private readonly database: Database) {}

  db() {
    return this.database;
  }

  async remove(brandId: string, id: string) {
    const gone = await this.database
      .delete(sessions)
      .where(and(eq(sessions.brandId, brandId), eq(sessions.id, id)))
      .returning();
    return gone.length === 1;
  }

  async removeBefore(brandId: string, moment: Date) {
    await this.database.delete(sessions).where(and(eq(sessions.brandId, brandId), lt(sessions.endsAt, moment)));
    return true;
  }

  async removeOf(brandId: string, userId: string, tx: Database) {
    await tx.delete(sessions).where(and(eq(sessions.brandId, brandId), eq(sessions.userId, userId)));
  }
}
