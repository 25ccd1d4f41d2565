import { httpToken } from "@/lib/http-token";

const standard = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]);

/** RFC 9110 section 9.1: any token. Azure's own client writes the usual ones in capitals. CONNECT asks for a tunnel. */
export function methodOf(text: string): string | null {
  const method = text.trim();
  const capitals = method.toUpperCase();
  if (standard.has(capitals)) return capitals;
  return httpToken.test(method) && capitals !== "CONNECT" ? method : null;
}

export const notMethod = (text: string): string => `'${text.trim()}' is not a method that a request can have.`;
