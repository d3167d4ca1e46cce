import { EVENT_NAMES, validateEvent } from '@platform/contracts';
import { publishEvent } from '@platform/events';
import type { SessionRepository } from '../db/session.repository';

export class SessionService {
  constructor(private readonly repo: SessionRepository) {}

  end(brandId: string, id: string) {
    return this.repo.remove(brandId, id);
  }

  expire(brandId: string, now: Date) {
    return this.repo.removeBefore(brandId, now);
  }

  forget(brandId: string, userId: string) {
    return this.repo.db().transaction(async (tx) => {
      await this.repo.removeOf(brandId, userId, tx);
      const payload = { brand_id: brandId, user_id: userId };
      validateEvent(EVENT_NAMES.IDENTITY_USER_DELETED_V1, payload);
      await publishEvent(EVENT_NAMES.IDENTITY_USER_DELETED_V1, payload, { tx });
    });
  }
}
