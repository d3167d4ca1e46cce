export interface NodeValue {
  readonly nodeId: string;
  readonly depth: number;
  readonly value: string;
}

/** The value set nearest to the caller wins. */
export function resolve(path: readonly NodeValue[]): NodeValue | undefined {
  let nearest: NodeValue | undefined;
  for (const candidate of path) {
    if (nearest === undefined || candidate.depth > nearest.depth) nearest = candidate;
  }
  return nearest;
}
