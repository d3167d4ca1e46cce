import { Alarm, Service } from '@platform/infra';
import type { Shared } from '../../infra/shared';

export function templateService(shared: Shared) {
  const service = new Service('_template', {
    cluster: shared.cluster,
    directory: 'services/_template',
    hostname: '_template.platform.loop.health',
    link: [shared.database, shared.nats, shared.alarmTopic],
    health: { path: '/healthz' },
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 1, max: 2 }, prod: { min: 2, max: 6 } },
  });
  new Alarm('_template-error-rate', { service, metric: 'error-rate', above: 1, notify: shared.alarmTopic });
  return service;
}
