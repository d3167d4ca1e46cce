export const EVENT_TYPES = [
  'config.node.archived',
  'config.node.created',
  'config.node.locked',
  'config.node.moved',
  'config.node.renamed',
  'config.node.restored',
  'config.node.unlocked',
  'config.tenant.added',
  'config.value.cleared',
  'config.value.imported',
  'config.value.overridden',
  'config.value.scheduled',
  'config.value.set',
] as const;

export type EventTypeName = (typeof EVENT_TYPES)[number];

const REQUIRED = ['event_id', 'tenant_id', 'subject_id'];

/** A payload as the outbox writes it. */
export function sample(type: EventTypeName): Record<string, string> {
  return { event_id: `${type}#1`, tenant_id: 'tenant-a', subject_id: 'node-21' };
}

/** The names of the properties that a payload lacks. */
export function validate(type: EventTypeName, payload: Record<string, string>): string[] {
  return REQUIRED.filter((name) => payload[name] === undefined).map((name) => `${type}: ${name}`);
}
