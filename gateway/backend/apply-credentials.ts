import { removeNamed } from "@/gateway/wire/response-lines";
import type { PreparedCredentials } from "./backend-entity";

/** An entity's own header lines override whatever the client or a policy wrote under those names. */
export function applyHeaderCredentials(lines: string[], { headers }: PreparedCredentials): void {
  if (headers.length === 0) return;
  removeNamed(
    lines,
    headers.map(([name]) => name.toLowerCase()),
  );
  for (const [name, values] of headers) {
    for (const value of values) lines.push(name, value);
  }
}

/** `query` with its question mark, or empty; so is the result. */
export function applyQueryCredentials(query: string, credentials: PreparedCredentials): string {
  if (credentials.query.length === 0) return query;
  const own = new Set(credentials.query.map(([name]) => name));
  const kept = query
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !own.has(nameOf(part)));
  return `?${[...kept, ...credentials.query.map(([, assignments]) => assignments)].join("&")}`;
}

function nameOf(part: string): string {
  const name = part.split("=", 1)[0] as string;
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}
