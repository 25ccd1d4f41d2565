import { randomBytes } from "node:crypto";
import type { JsonObject } from "@/lib/json";
import { schemeProblems } from "../api-version-sets/scheme-problems";
import type { Writing } from "../behaviour";
import { canonicalIdIn } from "../canonical";

/**
 * Makes apiVersionSetId canonical. A version set that is described in the API itself is created along with it, unless
 * the one that the API has already is the one described.
 */
export async function settleVersionSet(writing: Writing): Promise<void> {
  const { properties } = writing;
  const { apiVersionSet: embedded, ...rest } = properties;
  writing.properties = rest;
  const given = typeof rest.apiVersionSetId === "string" && rest.apiVersionSetId !== "" ? rest.apiVersionSetId : null;
  delete rest.apiVersionSetId;
  const described = isObject(embedded) ? embedded : null;
  const inside = typeof described?.id === "string" ? described.id : null;
  const id = given === null ? null : canonicalIdIn("apiVersionSets", given);
  if (given !== null && id === null) return writing.refuse("apiVersionSetId", notASet);
  const insideId = inside === null ? null : canonicalIdIn("apiVersionSets", inside);
  if (inside !== null && insideId === null) return writing.refuse("apiVersionSet.id", notASet);
  if (id !== null && insideId !== null && id !== insideId)
    return writing.refuse("apiVersionSet.id", "Must be the same as apiVersionSetId.");
  const chosen = id ?? insideId ?? (described === null ? null : await setFor(writing, described));
  if (chosen !== null) rest.apiVersionSetId = chosen;
}

const notASet = "Must be the id of a version set: /apiVersionSets/{id}.";

async function setFor(writing: Writing, described: JsonObject): Promise<string | null> {
  const { name, id: _, ...members } = described;
  const properties: JsonObject = { displayName: name ?? writing.properties.displayName ?? writing.name, ...members };
  const held = writing.before?.properties.apiVersionSetId;
  const current = typeof held === "string" ? await writing.tx.read(held) : null;
  if (current !== null && Object.entries(properties).every(([key, value]) => current.properties[key] === value))
    return current.id;
  if (properties.versioningScheme === undefined) {
    writing.refuse("apiVersionSet.versioningScheme", "Is required to create a version set: Segment, Query or Header.");
    return null;
  }
  const problems = schemeProblems(properties);
  for (const { member, message } of problems) writing.refuse(`apiVersionSet.${member}`, message);
  if (problems.length > 0) return null;
  const fresh = randomBytes(12).toString("hex");
  const id = `/apiversionsets/${fresh}`;
  const parentId = writing.parentId;
  await writing.tx.put({ id, name: fresh, type: "apiVersionSets", parentId, properties, references: [] });
  return id;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
