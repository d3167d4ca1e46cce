import { describe, expect, test } from "vitest";
import { server } from "../server";

describe.each(["live", "sandbox", "test"])("[%s]", (mode) => {
  test("the answer of listInvoices has its shape", async () => {
    const response = await server.inject({ method: "GET", url: "/v1/invoices", headers: { "x-mode": mode } });
    expect(Object.keys(await response.json()).sort()).toMatchSnapshot();
  });

  test("the answer of createInvoice has its shape", async () => {
    const response = await server.inject({ method: "POST", url: "/v1/invoices", headers: { "x-mode": mode } });
    expect(Object.keys(await response.json()).sort()).toMatchSnapshot();
  });

  test("the answer of draftInvoice has its shape", async () => {
    const response = await server.inject({ method: "POST", url: "/v1/invoices/draft", headers: { "x-mode": mode } });
    expect(Object.keys(await response.json()).sort()).toMatchSnapshot();
  });
});
