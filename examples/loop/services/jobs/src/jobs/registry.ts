import { secret } from '@platform/infra';

export const registry = [
  { id: 'reconcile-invoices', target: secret('BILLING_URL'), path: '/v1/admin/reconcile', schedule: 'cron(0 2 * * ? *)', tries: 3 },
  { id: 'expire-sessions', target: secret('IDENTITY_URL'), path: '/v1/admin/expire', schedule: 'rate(1 hour)', tries: 2 },
];
