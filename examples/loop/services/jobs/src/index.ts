import { createApp } from '@platform/service';
import { routes } from './routes';

export default createApp({ name: 'jobs', schema: 'jobs', publicPaths: ['/healthz'], routes });
