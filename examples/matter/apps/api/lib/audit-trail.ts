interface AuditRecord {
  readonly action: string;
  readonly workspaceId: string;
  readonly status: number;
}

const records: AuditRecord[] = [];

export const auditTrail = {
  async append(record: AuditRecord): Promise<void> {
    records.push(record);
  },
  async last(): Promise<AuditRecord | undefined> {
    return records.at(-1);
  },
};
