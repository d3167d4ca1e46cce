import { outbox } from "../../lib/outbox";

/** How many drafts the events of a matter speak of. */
export async function entriesBilled(matterId: string): Promise<number> {
  return outbox.sent().filter((event) => event.includes(matterId)).length;
}
