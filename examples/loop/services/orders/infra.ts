import { Alarm, Service } from '@platform/infra';
import type { Shared } from '../../infra/shared';

export function orders(shared: Shared) {
  const sentryDsn = new sst.Secret('OrdersSentryDsn');
  const service = new Service('orders', {
    cluster: shared.cluster,
    directory: 'services/orders',
    hostname: 'orders.platform.loop.health',
    link: [shared.database, shared.nats, shared.alarmTopic, sentryDsn],
    environment: { SENTRY_DSN: sentryDsn.value },
    health: { path: '/healthz' },
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 1, max: 2 }, prod: { min: 2, max: 20 } },
  });
  new Alarm('orders-error-rate', { service, metric: 'error-rate', above: 1, notify: shared.alarmTopic });
  new Alarm('orders-latency', { service, metric: 'latency', statistic: 'p99', above: 1000, notify: shared.alarmTopic });
  new Alarm('orders-placed-drop', { service, metric: 'orders-placed', below: 50, notify: shared.alarmTopic });
  new Alarm('orders-dead-letters', { service, metric: 'dead-letters', above: 0, notify: shared.alarmTopic });
  return service;
}
