import { withBackoff } from '@platform/http';

export const pull = (token: string) => withBackoff(() => fetch('https://acme.example/v2/books', { headers: { authorization: `Bearer ${token}` } }));
