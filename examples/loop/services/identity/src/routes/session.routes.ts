import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { rateLimit } from '@platform/service';
import { requireScope, SCOPES } from '@platform/scopes';
import type { SessionService } from '../services/session.service';

export function createSessionRoutes(sessions: SessionService): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use('/v1/sessions/*', rateLimit('sessions'));
  app.use('/v1/sessions/*', requireScope(SCOPES.ADMIN_SESSIONS));
  app.use('/v1/admin/*', rateLimit('admin'));
  app.use('/v1/admin/*', requireScope(SCOPES.RUN_JOBS));

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/v1/sessions/{id}',
      operationId: 'endSession',
      tags: ['sessions'],
      description: 'Ends one session; its tokens are refused from then on.',
      request: { params: z.object({ id: z.string() }) },
      responses: { 204: { description: 'The session is over' }, 404: { description: 'There is no such session' } },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      c.set('audit_event_type', 'session.ended');
      const ended = await sessions.end(auth.brand_id, c.req.valid('param').id);
      return ended ? c.body(null, 204) : c.json({ error: 'not_found', message: 'There is no such session' }, 404);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/admin/expire',
      operationId: 'expireSessions',
      tags: ['admin'],
      description: "Ends the sessions of the caller's brand that are over.",
      responses: { 204: { description: 'No session is overdue' }, 409: { description: 'Another run is under way' } },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      c.set('audit_event_type', 'sessions.expired');
      const done = await sessions.expire(auth.brand_id, new Date());
      return done ? c.body(null, 204) : c.json({ error: 'already_running', message: 'Another run is under way' }, 409);
    },
  );

  return app;
}
