export interface JobDefinition {
  id: string;
  target: string;
  method: 'POST';
  path: string;
  schedule: string;
  urlSecret: string;
  retry: { attempts: number; backoff: 'exponential' };
  failureAlarm: string;
}

export const registry: JobDefinition[] = [
  {
    id: 'reconcile-invoices',
    target: 'billing',
    method: 'POST',
    path: '/v1/admin/reconcile',
    schedule: 'cron(0 2 * * ? *)',
    urlSecret: 'JobsBillingUrl',
    retry: { attempts: 3, backoff: 'exponential' },
    failureAlarm: 'jobs-failed',
  },
  {
    id: 'expire-sessions',
    target: 'identity',
    method: 'POST',
    path: '/v1/admin/expire',
    schedule: 'rate(1 hour)',
    urlSecret: 'JobsIdentityUrl',
    retry: { attempts: 2, backoff: 'exponential' },
    failureAlarm: 'jobs-failed',
  },
];
