/** The id of what holds a document: "/apis/orders" for one of its operations, "/" for an API, null for "/". */
export function parentIdOf(id: string): string | null {
  if (id === "/") return null;
  const segments = id.split("/");
  return segments.length <= 3 ? "/" : segments.slice(0, -2).join("/");
}
