import { serviceId } from "@/lib/service-id";

interface Named {
  id: string;
  type: string;
  name: string;
}

/**
 * The ARM id of a document: collections in ARM's casing, its own name in its author's. The names above it come in the
 * casing of `parentPath` ("/apis/Orders") where a request has one, because looking them up would cost a query each.
 */
export function fullId(document: Named, parentPath?: string | null): string {
  if (document.id === "/") return serviceId;
  return serviceId + relativePath(document, parentPath);
}

/** The same, relative to the service. */
export function relativePath(document: Named, parentPath?: string | null): string {
  const collections = document.type.split("/");
  const last = collections.at(-1) ?? "";
  if (parentPath) return `${parentPath}/${last}/${document.name}`;
  const names = document.id
    .slice(1)
    .split("/")
    .filter((_, index) => index % 2 === 1);
  names[names.length - 1] = document.name;
  return collections.map((collection, index) => `/${collection}/${names[index] ?? ""}`).join("");
}

/** "Microsoft.ApiManagement/service/apis/operations". */
export function armType(type: string): string {
  return type === "service" ? "Microsoft.ApiManagement/service" : `Microsoft.ApiManagement/service/${type}`;
}
