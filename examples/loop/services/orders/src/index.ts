import { createApp } from '@platform/service';
import { routes } from './routes';

export default createApp({ name: 'orders', schema: 'orders', publicPaths: ['/healthz'], routes });
