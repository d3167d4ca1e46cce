export { createRunRoutes } from './run.routes';
