export const clients = [
  { id: 'orders', grants: ['client_credentials'], scopes: ['invoices.read'] },
  { id: 'acme', grants: ['authorization_code', 'refresh_token'], scopes: ['invoices.read'], pkce: 'S256' },
];
