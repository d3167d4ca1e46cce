import { createApp } from '@platform/service';
import { routes } from './routes';

export default createApp({ name: 'identity', schema: 'identity', publicPaths: ['/healthz'], routes });
