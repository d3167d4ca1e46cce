import { invoices } from "../../../lib/invoices";

export async function GET(request: Request): Promise<Response> {
  const limit = Number(new URL(request.url).searchParams.get("limit") ?? "20");
  return Response.json({ invoices: await invoices.list(limit) });
}
