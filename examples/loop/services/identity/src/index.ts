import './telemetry';
import { OpenAPIHono } from '@hono/zod-openapi';
import { connect } from '@platform/db';
import { authenticate, idempotency, requestLog } from '@platform/service';
import { SessionRepository } from './db/session.repository';
import { ProfileRepository } from './db/profile.repository';
import { jwks } from './keys';
import { createProfileRoutes, createSessionRoutes } from './routes';
import { ProfileService, SessionService } from './services';

export const publicPaths = ['/healthz', '/.well-known/jwks.json'];

const db = connect('identity');
const sessions = new SessionService(new SessionRepository(db));
const profiles = new ProfileService(new ProfileRepository(db));

const app = new OpenAPIHono();
app.use('*', requestLog('identity'));
app.use('*', authenticate({ publicPaths }));
app.use('/v1/*', idempotency());
app.get('/healthz', (c) => c.json({ status: 'ok' }, 200));
app.get('/.well-known/jwks.json', (c) => c.json(jwks(), 200));
app.route('/', createSessionRoutes(sessions));
app.route('/', createProfileRoutes(profiles));

export default app;
