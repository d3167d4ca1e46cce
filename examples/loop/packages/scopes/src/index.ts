export const scopes = {
  'invoices.read': { description: 'Read the invoices of a brand', phi: false },
  'invoices.write': { description: 'Issue and void invoices', phi: false },
  'orders.write': { description: 'Place and change orders', phi: false },
  'sessions.admin': { description: 'End sessions of other people', phi: false },
  'jobs.run': { description: 'Look at jobs and start them', phi: false },
};
