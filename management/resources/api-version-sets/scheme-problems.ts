import type { JsonObject } from "@/lib/json";

/** Where a scheme looks for the version must be named, and only there. */
export function schemeProblems(set: JsonObject): { member: string; message: string }[] {
  const wanted =
    set.versioningScheme === "Header"
      ? "versionHeaderName"
      : set.versioningScheme === "Query"
        ? "versionQueryName"
        : null;
  if (wanted === null || set[wanted] !== undefined) return [];
  return [{ member: wanted, message: `Is required for the scheme ${set.versioningScheme}.` }];
}
