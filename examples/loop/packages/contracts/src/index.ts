export { EVENT_NAMES } from './event-names';
export { EVENT_SCHEMAS, validateEvent } from './registry';
