import type { MiddlewareHandler } from 'hono';

export function requireBaa(): MiddlewareHandler {
  return async (c, next) => {
    if (!c.get('auth')?.baaSigned) return c.json({ error: 'baa_required', message: 'The client has signed no agreement' }, 403);
    await next();
  };
}
