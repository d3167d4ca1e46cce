interface Waiting {
  readonly event: string;
  readonly workspaceId: string;
}

const waiting: Waiting[] = [];

export const outbox = {
  async enqueue(event: string, workspaceId: string): Promise<void> {
    waiting.push({ event, workspaceId });
  },
  /** The events that wait to be sent. */
  sent(): readonly string[] {
    return waiting.map((each) => each.event);
  },
  /** Runs the work, and forgets what it put into the outbox when it was a dry run. */
  async heldBack<T>(dryRun: boolean, work: () => Promise<T>): Promise<T> {
    const length = waiting.length;
    const result = await work();
    if (dryRun) waiting.length = length;
    return result;
  },
};
