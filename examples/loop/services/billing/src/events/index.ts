export { handler as userDeleted } from './user-deleted';
