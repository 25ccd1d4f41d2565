import type { Filter } from "../../store/store";
import type { Writing } from "../behaviour";

const over = new Set(["cancelled", "expired", "rejected"]);

/** A product may limit how many subscriptions one person has to it. */
export async function checkLimit(writing: Writing): Promise<void> {
  const { properties, before, tx, id } = writing;
  const { scope, ownerId } = properties;
  if (typeof scope !== "string" || !scope.startsWith("/products/") || typeof ownerId !== "string") return;
  if (before?.properties.scope === scope && before.properties.ownerId === ownerId) return;
  const limit = (await tx.read(scope))?.properties.subscriptionsLimit;
  if (typeof limit !== "number") return;
  const filter: Filter = {
    op: "and",
    left: { op: "eq", member: ["scope"], value: scope },
    right: { op: "eq", member: ["ownerId"], value: ownerId },
  };
  const { documents } = await tx.list({ type: "subscriptions", filter });
  const held = documents.filter((other) => other.id !== id && !over.has(String(other.properties.state))).length;
  if (held >= limit)
    writing.refuse("scope", `${ownerId} has ${held} of at most ${limit} subscriptions to this product.`);
}
