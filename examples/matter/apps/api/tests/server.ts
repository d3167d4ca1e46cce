import * as draft from "../app/v1/invoices/draft/route";
import * as invoices from "../app/v1/invoices/route";

interface Asked {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Answers requests with the handlers of the application, without a network. */
export const server = {
  async inject(asked: Asked): Promise<Response> {
    const request = new Request(new URL(asked.url, "https://api.matter.test"), {
      method: asked.method,
      headers: asked.headers,
      body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
    });
    if (asked.url.endsWith("/draft")) return draft.POST(request);
    return asked.method === "GET" ? invoices.GET(request) : invoices.POST(request);
  },
};
