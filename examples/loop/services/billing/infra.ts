import { Alarm, Service } from '@platform/infra';

export const billing = () =>
  new Service('billing', {
    directory: 'services/billing',
    health: ['/healthz'],
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 1, max: 3 }, prod: { min: 3, max: 12 } },
    alarms: [
      Alarm.errorRate('billing-error-rate', { percent: 1, minutes: 5 }),
      Alarm.latency('billing-latency', { statistic: 'p99', milliseconds: 1000 }),
      Alarm.queueAge('billing-outbox-lag', { seconds: 120 }),
    ],
  });
