const REQUESTS_A_MINUTE = { read: 600, write: 60 } as const;
const taken = new Map<string, { minute: number; count: number }>();

export const limiter = {
  async take(routeClass: keyof typeof REQUESTS_A_MINUTE, workspaceId: string): Promise<boolean> {
    const key = `${routeClass}:${workspaceId}`;
    const minute = Math.floor(Date.now() / 60_000);
    const before = taken.get(key);
    const count = before !== undefined && before.minute === minute ? before.count + 1 : 1;
    taken.set(key, { minute, count });
    return count <= REQUESTS_A_MINUTE[routeClass];
  },
};
