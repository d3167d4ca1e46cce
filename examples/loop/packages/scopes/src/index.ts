export { requireBaa } from './require-baa';
export { requireScope } from './require-scope';

export const SCOPES = {
  READ_INVOICES: 'invoices.read',
  WRITE_INVOICES: 'invoices.write',
  WRITE_ORDERS: 'orders.write',
  READ_PROFILES: 'profiles.read',
  ADMIN_SESSIONS: 'sessions.admin',
  RUN_JOBS: 'jobs.run',
} as const;

export type Scope = (typeof SCOPES)[keyof typeof SCOPES];

export const scopes = {
  'invoices.read': { description: 'Read the invoices of a brand', phi: false, baaRequired: false },
  'invoices.write': { description: 'Issue, change and void invoices', phi: false, baaRequired: false },
  'orders.write': { description: 'Place and change orders', phi: false, baaRequired: false },
  'profiles.read': { description: 'Read what people told about their health', phi: true, baaRequired: true },
  'sessions.admin': { description: 'End sessions of other people', phi: false, baaRequired: false },
  'jobs.run': { description: 'Look at jobs and start them', phi: false, baaRequired: false },
};
