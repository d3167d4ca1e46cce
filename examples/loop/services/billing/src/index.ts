import { createApp } from '@platform/service';
import { routes } from './routes';

export default createApp({ name: 'billing', schema: 'billing', publicPaths: ['/healthz'], routes });
