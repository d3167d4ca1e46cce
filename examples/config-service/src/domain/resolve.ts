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

export interface OwnedValue extends NodeValue {
  readonly tenantId: string;
}

/** The same among the nodes of one tenant, whoever else has nodes. */
export const resolveFor = (tenantId: string, nodes: readonly OwnedValue[]): NodeValue | undefined =>
  resolve(nodes.filter((node) => node.tenantId === tenantId));
