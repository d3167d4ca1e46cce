import { Alarm, Service } from '@platform/infra';

export const jobs = () =>
  new Service('jobs', {
    directory: 'services/jobs',
    health: ['/healthz'],
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 1, max: 1 }, prod: { min: 1, max: 2 } },
    alarms: [Alarm.count('jobs-failed', { above: 0 })],
  });
