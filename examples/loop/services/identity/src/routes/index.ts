export { createProfileRoutes } from './profile.routes';
export { createSessionRoutes } from './session.routes';
