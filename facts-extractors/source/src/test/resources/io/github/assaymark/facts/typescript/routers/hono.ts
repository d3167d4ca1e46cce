import { Hono } from "hono";
import { audit, requireScope } from "./guards";
import type { Ledger } from "./ledger";

export const app = new Hono<{ Variables: { ledger: Ledger } }>();

app.use("/v1/*", audit("bookings"));

app.get("/v1/rooms", requireScope("rooms.read"), async (c) => {
  const rooms = await c.var.ledger.rooms({ floor: 1, limit: 20 });
  return c.json({ rooms });
});

app.get("/v1/rooms/:id", requireScope("rooms.read"), async (c) => {
  const room = await c.var.ledger.room(c.req.param("id"));
  if (!room) {
    return c.json({ code: "no_room" }, 404);
  }
  return c.json(room);
});

app.post("/v1/rooms", requireScope("rooms.write"), async (c) => {
  const { name, beds = 2 } = await c.req.json<{ name: string; beds?: number }>();
  try {
    return c.json(await c.var.ledger.add({ name, beds }), 201);
  } catch (error) {
    console.error(`adding ${name} failed`, error);
    throw error;
  }
});

app.put("/v1/rooms/:id", requireScope("rooms.write"), (c) => {
  for (const key of ["name", "beds", "view"]) {
    if (c.req.query(key)) c.var.ledger.note(key);
  }
  return c.body(null, 204);
});

app.delete("/v1/rooms/:id", requireScope("rooms.admin"), async (c) => {
  await c.var.ledger.remove(c.req.param("id"));
  return c.body(null, 204);
});

function price(nights: number, rate: number): number {
  return nights > 7 ? nights * rate * 0.9 : nights * rate;
}

app.get("/v1/stays", async (c) => {
  const stays = (await c.var.ledger.stays()).map((stay) => ({ ...stay, price: price(stay.nights, stay.rate) }));
  return c.json({ stays });
});

app.post("/v1/stays", requireScope("stays.write"), async (c) => {
  const body = await c.req.json();
  switch (body.kind) {
    case "short":
      return c.json({ kind: "short", id: 31 });
    default:
      return c.json({ kind: "long", id: 32 });
  }
});

app.get("/v1/stays/:id/bill", (c) => {
  const pattern = /^stay-[0-9]+$/;
  if (!pattern.test(c.req.param("id"))) return c.text("bad id", 400);
  return c.json({ total: price(3, 80) });
});

app.patch("/v1/stays/:id", requireScope("stays.write"), async (c) => c.json(await c.var.ledger.change(c.req.param("id"))));

app.get("/health", (c) => c.text("fine"));

export default app;
