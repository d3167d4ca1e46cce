import { runRoutes } from './run.routes';

export const routes = [runRoutes];
