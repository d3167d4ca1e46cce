export const CONSENT_TEXT = {
  'invoices.read': {
    en: 'See your invoices and what they are for.',
    de: 'Deine Rechnungen und ihren Inhalt sehen.',
  },
  'invoices.write': { en: 'Issue, change and void invoices in your name.' },
  'orders.write': { en: 'Place and change orders in your name.' },
  'profiles.read': { en: 'See what you told us about your health.' },
  'sessions.admin': { en: 'End your sessions on other devices.' },
  'jobs.run': { en: 'Look at background jobs and start them.' },
};
