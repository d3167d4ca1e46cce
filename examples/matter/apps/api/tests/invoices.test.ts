import { expect, test } from "vitest";
import { BillingService } from "@matter/billing";

test("a page holds no more invoices than asked for", async () => {
  const asked: number[] = [];
  const service = new BillingService({
    prisma: { invoice: { findMany: async ({ take }) => (asked.push(take), []) } } as never,
    emitter: { enqueue: async () => {} },
  });
  expect(await service.list("ws_4", 3)).toEqual([]);
  expect(asked).toEqual([3]);
});
