export interface Invoice {
  readonly id: string;
  readonly total: number;
}

export const invoices = {
  async list(limit: number): Promise<readonly Invoice[]> {
    return [{ id: "inv_101", total: 125000 }].slice(0, limit);
  },
};
