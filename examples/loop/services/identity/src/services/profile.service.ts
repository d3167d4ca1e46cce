import { log, safeView } from '@platform/log';
import type { ProfileRepository } from '../db/profile.repository';

export class ProfileService {
  constructor(private readonly repo: ProfileRepository) {}

  async get(brandId: string, id: string) {
    const profile = await this.repo.find(brandId, id);
    log.info({ brand_id: brandId, profile: safeView(profile) }, 'profile read');
    return profile;
  }
}
