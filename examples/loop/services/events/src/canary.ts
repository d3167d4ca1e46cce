/** The two ends of the event bus, as the canary needs them. */
export interface Ends {
  send(number: number): Promise<void>;
  received(number: number, withinSeconds: number): Promise<boolean>;
}

/** Sends one numbered event and says whether it came back in time. */
export async function beat(ends: Ends, number: number): Promise<boolean> {
  await ends.send(number);
  return ends.received(number, 30);
}
