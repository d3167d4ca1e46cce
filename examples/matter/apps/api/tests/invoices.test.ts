import { expect, test } from "vitest";
import { invoices } from "../lib/invoices";

test("a page holds no more invoices than asked for", async () => {
  expect(await invoices.list(0)).toEqual([]);
});
