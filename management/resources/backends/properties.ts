import type { JsonObject } from "@/lib/json";
import { numberAt, objectsAt, textAt } from "../read-properties";

/** The members of a pool. */
export const membersOf = (properties: JsonObject): { id: string; weight: number | null; priority: number | null }[] =>
  objectsAt(properties, "pool", "services").map((member) => ({
    id: textAt(member, "id") ?? "",
    weight: numberAt(member, "weight"),
    priority: numberAt(member, "priority"),
  }));
