import { Alarm, Service } from '@platform/infra';
import type { Shared } from '../../infra/shared';

export function billing(shared: Shared) {
  const stripeKey = new sst.Secret('BillingStripeKey');
  const sentryDsn = new sst.Secret('BillingSentryDsn');
  const service = new Service('billing', {
    cluster: shared.cluster,
    directory: 'services/billing',
    hostname: 'billing.platform.loop.health',
    link: [shared.database, shared.nats, shared.alarmTopic, stripeKey, sentryDsn],
    environment: { STRIPE_KEY: stripeKey.value, SENTRY_DSN: sentryDsn.value },
    health: { path: '/healthz' },
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 1, max: 3 }, prod: { min: 3, max: 12 } },
  });
  new Alarm('billing-error-rate', { service, metric: 'error-rate', above: 1, notify: shared.alarmTopic });
  new Alarm('billing-latency', { service, metric: 'latency', statistic: 'p99', above: 1000, notify: shared.alarmTopic });
  new Alarm('billing-outbox-lag', { service, metric: 'queue-age', above: 120, notify: shared.alarmTopic });
  new Alarm('billing-dead-letters', { service, metric: 'dead-letters', above: 0, notify: shared.alarmTopic });
  return service;
}
