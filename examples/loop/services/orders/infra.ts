import { Alarm, Service } from '@platform/infra';

export const orders = () =>
  new Service('orders', {
    directory: 'services/orders',
    health: ['/healthz'],
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 1, max: 2 }, prod: { min: 2, max: 20 } },
    alarms: [Alarm.errorRate('orders-error-rate', { percent: 2, minutes: 5 }), Alarm.drop('orders-placed-drop', { percent: 50 })],
  });
