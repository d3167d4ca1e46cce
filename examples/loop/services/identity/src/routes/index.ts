import { sessionRoutes } from './session.routes';

export const routes = [sessionRoutes];
