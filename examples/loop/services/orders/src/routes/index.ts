export { createOrderRoutes } from './order.routes';
