export const clients = [
  { id: 'orders', kind: 'm2m', grants: ['client_credentials'], scopes: ['invoices.read'], stages: ['dev', 'staging', 'prod'] },
  { id: 'jobs', kind: 'm2m', grants: ['client_credentials'], scopes: ['jobs.run'], stages: ['dev', 'staging', 'prod'] },
  { id: 'acme', kind: 'app', grants: ['authorization_code', 'refresh_token'], scopes: ['invoices.read'], pkce: 'S256' },
];
