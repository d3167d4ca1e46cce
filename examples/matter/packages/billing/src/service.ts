import type { DatabaseClient } from "@matter/database";

export interface Invoice {
  readonly id: string;
  readonly matterId: string;
  readonly total: number;
  readonly currency: string;
}

export interface Matter {
  readonly id: string;
  readonly workspaceId: string;
  readonly currency: string;
}

interface Emitter {
  enqueue(event: string, workspaceId: string): Promise<void>;
}

/** Everything the service needs from outside. */
export interface Deps {
  readonly prisma: DatabaseClient;
  readonly emitter: Emitter;
}

export class BillingService {
  constructor(private readonly deps: Deps) {}

  async list(workspaceId: string, limit: number): Promise<readonly Invoice[]> {
    return this.deps.prisma.invoice.findMany({ where: { workspaceId }, take: limit, orderBy: { createdAt: "desc" } });
  }

  async matter(workspaceId: string, id: string): Promise<Matter | null> {
    return this.deps.prisma.matter.findFirst({ where: { id, workspaceId } });
  }

  /** Null when nothing of the matter is left to bill. */
  async draft(matter: Matter, currency: string): Promise<Invoice | null> {
    const entries = await this.deps.prisma.entry.findMany({
      where: { matterId: matter.id, workspaceId: matter.workspaceId, billed: false },
    });
    if (entries.length === 0) return null;
    const total = entries.reduce((sum, entry) => sum + entry.amount, 0);
    return this.deps.prisma.invoice.create({
      data: { matterId: matter.id, workspaceId: matter.workspaceId, total, currency },
    });
  }
}
