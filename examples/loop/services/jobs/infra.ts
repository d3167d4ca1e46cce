import { Alarm, Service } from '@platform/infra';
import type { Shared } from '../../infra/shared';

export function jobs(shared: Shared) {
  const billingUrl = new sst.Secret('JobsBillingUrl');
  const identityUrl = new sst.Secret('JobsIdentityUrl');
  const sentryDsn = new sst.Secret('JobsSentryDsn');
  const service = new Service('jobs', {
    cluster: shared.cluster,
    directory: 'services/jobs',
    hostname: 'jobs.platform.loop.health',
    link: [shared.database, shared.alarmTopic, billingUrl, identityUrl, sentryDsn],
    environment: { SENTRY_DSN: sentryDsn.value },
    health: { path: '/healthz' },
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 1, max: 1 }, prod: { min: 1, max: 2 } },
  });
  new Alarm('jobs-failed', { service, metric: 'failed-runs', above: 0, notify: shared.alarmTopic });
  new Alarm('jobs-error-rate', { service, metric: 'error-rate', above: 1, notify: shared.alarmTopic });
  new Alarm('jobs-latency', { service, metric: 'latency', statistic: 'p99', above: 1000, notify: shared.alarmTopic });
  return service;
}
