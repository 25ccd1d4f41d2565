import { withoutPortalCookies } from "@/contract/portal-cookies";
import { fieldsNamedByConnection, isHopByHop } from "@/gateway/wire/hop-by-hop";
import { removeNamed } from "@/gateway/wire/response-lines";

/** A call's header lines as they are sent: without those of a connection, and without what a copy must not tell. */
export function callLines(source: readonly string[]): string[] {
  const lines: string[] = [];
  const named: string[] = [];
  for (let index = 0; index < source.length; index += 2) {
    const name = source[index] as string;
    const value = source[index + 1] as string;
    const lower = name.toLowerCase();
    if (lower === "connection") named.push(...(fieldsNamedByConnection(value) ?? []));
    if (isHopByHop(name)) continue;
    if (lower === "cookie") {
      const cookies = withoutPortalCookies(value);
      if (cookies !== null) lines.push(name, cookies);
      continue;
    }
    lines.push(name, value);
  }
  if (named.length > 0) removeNamed(lines, named);
  return lines;
}
