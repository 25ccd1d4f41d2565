import { belowService } from "../data/resource";

const pages: Readonly<Record<string, string>> = {
  apis: "/apis",
  backends: "/backends",
  gateways: "/gateways/registered",
  namedvalues: "/named-values",
  certificates: "/certificates",
  products: "/products",
  subscriptions: "/api-subscriptions",
  policyfragments: "/policy-fragments",
};

/** The page of a document, by its id; of what has no page of its own, that of what it belongs to. */
export function portalPath(id: string): string | null {
  const [collection = "", name, child, childName] = belowService(id).split("/").filter(Boolean);
  if (collection.toLowerCase() === "policies") return "/policy";
  const page = pages[collection.toLowerCase()];
  if (page === undefined || name === undefined) return null;
  const own = `${page}/${encodeURIComponent(name)}`;
  if (child === "operations" && childName !== undefined) return `${own}/operations/${encodeURIComponent(childName)}`;
  if (child === "policies") return `${own}/policy`;
  return child === "apis" || child === "operations" ? `${own}/${child}` : own;
}

/** "apis › orders › operations › get", short enough for a list. */
export const readableId = (id: string): string => belowService(id).split("/").filter(Boolean).join(" › ");
