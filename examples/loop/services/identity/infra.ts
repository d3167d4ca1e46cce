import { Alarm, Service } from '@platform/infra';
import type { Shared } from '../../infra/shared';

export function identity(shared: Shared) {
  const signingKeys = new sst.Secret('IdentitySigningKeys');
  const sentryDsn = new sst.Secret('IdentitySentryDsn');
  const service = new Service('identity', {
    cluster: shared.cluster,
    directory: 'services/identity',
    hostname: 'identity.platform.loop.health',
    link: [shared.database, shared.nats, shared.alarmTopic, signingKeys, sentryDsn],
    environment: { SIGNING_KEYS: signingKeys.value, SENTRY_DSN: sentryDsn.value },
    health: { path: '/healthz' },
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 2, max: 2 }, prod: { min: 4, max: 16 } },
  });
  new Alarm('identity-error-rate', { service, metric: 'error-rate', above: 1, notify: shared.alarmTopic });
  new Alarm('identity-token-latency', { service, metric: 'latency', statistic: 'p99', above: 300, notify: shared.alarmTopic });
  return service;
}
