import { describe, expect, test } from "vitest";
import { server } from "../server";

describe.each(["2.7.0", "v2.6.0"])("[%s]", (version) => {
  test("a client of that version reads what listInvoices answers", async () => {
    const response = await server.inject({ method: "GET", url: "/v1/invoices", headers: { "x-client": version } });
    expect(await response.json()).toMatchSnapshot();
  });

  test("a client of that version reads what createInvoice answers", async () => {
    const response = await server.inject({ method: "POST", url: "/v1/invoices", headers: { "x-client": version } });
    expect(await response.json()).toMatchSnapshot();
  });

  test("a client of that version reads what draftInvoice answers", async () => {
    const response = await server.inject({ method: "POST", url: "/v1/invoices/draft", headers: { "x-client": version } });
    expect(await response.json()).toMatchSnapshot();
  });
});
