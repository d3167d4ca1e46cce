import { Hono } from "hono";
import { guard } from "./guard";

const parcels = new Hono()
  .get("/parcels", guard("parcels.list"), (c) => {
    return c.json([{ id: 11, weight: 2.5 }]);
  })
  .post("/parcels", guard("parcels.create"), async (c) => {
    const parcel = await c.req.json();
    if (parcel.weight > 30) {
      return c.json({ error: "too_heavy" }, 422);
    }
    return c.json(parcel, 201);
  })
  .get("/parcels/:id", guard("parcels.show"), (c) => {
    return c.json({ id: c.req.param("id") });
  })
  .delete("/parcels/:id", guard("parcels.drop"), (c) => {
    return c.body(null, 204);
  })
  .get("/parcels/:id/track", (c) => {
    const places = ["depot", "van", "door"];
    return c.json({ at: places[2] });
  });

export { parcels };
