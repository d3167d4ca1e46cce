import type { MiddlewareHandler } from 'hono';
import type { Scope } from './index';

export function requireScope(scope: Scope): MiddlewareHandler {
  return async (c, next) => {
    if (!c.get('auth')?.scopes.includes(scope)) return c.json({ error: 'forbidden', message: `The scope ${scope} is missing` }, 403);
    await next();
  };
}
