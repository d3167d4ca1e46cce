import { Alarm, Service } from '@platform/infra';

export const identity = () =>
  new Service('identity', {
    directory: 'services/identity',
    health: ['/healthz', '/.well-known/jwks.json'],
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 2, max: 2 }, prod: { min: 4, max: 16 } },
    alarms: [Alarm.errorRate('identity-error-rate', { percent: 0.5, minutes: 5 })],
  });
