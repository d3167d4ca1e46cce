export const RATE_LIMITS = {
  invoices: { limit: 600, windowSeconds: 60, keyedBy: 'client' },
  orders: { limit: 240, windowSeconds: 60, keyedBy: 'client' },
  sessions: { limit: 60, windowSeconds: 60, keyedBy: 'client' },
  profiles: { limit: 120, windowSeconds: 60, keyedBy: 'client' },
  jobs: { limit: 30, windowSeconds: 60, keyedBy: 'client' },
  admin: { limit: 6, windowSeconds: 60, keyedBy: 'client' },
};
