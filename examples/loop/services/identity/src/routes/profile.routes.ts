import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { rateLimit } from '@platform/service';
import { requireBaa, requireScope, SCOPES } from '@platform/scopes';
import type { ProfileService } from '../services/profile.service';

const ProfileSchema = z.object({ id: z.string(), allergies: z.array(z.string()) });
const ErrorSchema = z.object({ error: z.string(), message: z.string() });

export function createProfileRoutes(profiles: ProfileService): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use('/v1/profiles/*', rateLimit('profiles'));

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/profiles/{id}',
      operationId: 'getProfile',
      tags: ['profiles'],
      description: 'Gives what a person told about allergies.',
      middleware: [requireScope(SCOPES.READ_PROFILES), requireBaa()],
      request: { params: z.object({ id: z.string() }) },
      responses: {
        200: { description: 'The profile', content: { 'application/json': { schema: ProfileSchema } } },
        404: { description: 'No such profile in this brand', content: { 'application/json': { schema: ErrorSchema } } },
      },
    }),
    async (c) => {
      const auth = c.get('auth')!;
      const profile = await profiles.get(auth.brand_id, c.req.valid('param').id);
      if (!profile) return c.json({ error: 'not_found', message: 'No such profile in this brand' }, 404);
      return c.json(profile, 200);
    },
  );

  return app;
}
