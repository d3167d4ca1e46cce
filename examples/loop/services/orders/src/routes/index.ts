import { orderRoutes } from './order.routes';

export const routes = [orderRoutes];
