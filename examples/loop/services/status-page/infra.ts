import { StaticSite } from '@platform/infra';
import type { Shared } from '../../infra/shared';

export function statusPage(shared: Shared) {
  return new StaticSite('status-page', {
    path: 'services/status-page/public',
    hostname: 'status-page.platform.loop.health',
    alarms: shared.alarmTopic,
  });
}
