import type { Caller } from "./middleware";

const callers = new Map<string, Caller>();

export const sessions = {
  remember(token: string, caller: Caller): void {
    callers.set(token, caller);
  },
  async callerOf(authorization: string | null): Promise<Caller | undefined> {
    return authorization?.startsWith("Bearer ") ? callers.get(authorization.slice(7)) : undefined;
  },
};
