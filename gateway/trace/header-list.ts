import { withoutPortalCookies } from "@/contract/portal-cookies";

/** Lines of a message as a trace tells them. */
export function headerList(lines: readonly string[]): { name: string; value: string }[] {
  const headers: { name: string; value: string }[] = [];
  for (let index = 0; index < lines.length; index += 2) {
    const [name, value] = [lines[index] as string, lines[index + 1] as string];
    // The portal's own session is nobody's business, as it is no backend's.
    const told = name.toLowerCase() === "cookie" ? withoutPortalCookies(value) : value;
    if (told !== null) headers.push({ name, value: told });
  }
  return headers;
}
