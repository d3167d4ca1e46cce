import { EVENT_NAMES } from '@platform/contracts';
import { subscribe } from '@platform/events';
import { handler as userDeleted } from './user-deleted';

subscribe(EVENT_NAMES.IDENTITY_USER_DELETED_V1, userDeleted);
