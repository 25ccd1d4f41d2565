import type { Role } from "../store/store";
import { roles } from "./authenticate";

/**
 * The highest role that a claim names: "owner", or with our name before it as in "gatehouse-owner"; one, or several in a
 * list or separated by spaces. The claim may lie deeper, as in "realm_access.roles". Null when it names none.
 */
export function roleOfClaim(claims: Readonly<Record<string, unknown>>, path: string): Role | null {
  const named = valuesOf(claimAt(claims, path)).map((value) => value.toLowerCase().replace(/^gatehouse[-_.:/ ]/, ""));
  return roles.findLast((role) => named.includes(role)) ?? null;
}

/** A claim whose own name holds dots, as those named by a URL do, is found before a path is tried. */
function claimAt(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let at: unknown = claims;
  for (const step of path.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

function valuesOf(claim: unknown): string[] {
  if (typeof claim === "string") return [claim, ...claim.split(/[\s,]+/)];
  return Array.isArray(claim) ? claim.filter((each) => typeof each === "string") : [];
}
