import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { requireScope } from '@platform/auth';
import type { SessionService } from '../services/session.service';

export const sessionRoutes = (service: SessionService) => {
  const app = new OpenAPIHono();
  app.use('/v1/sessions/*', requireScope('sessions.admin'));
  app.openapi(createRoute({ method: 'delete', path: '/v1/sessions/{id}', responses: { 204: {} } }), async (c) => {
    await service.end(c.req.valid('param').id);
    return c.body(null, 204);
  });
  return app;
};
