import { serviceId } from "@/lib/service-id";
import {
  invalidResourceId,
  invalidResourceNamespace,
  invalidResourceType,
  resourceGroupNotFound,
  serviceNotFound,
  subscriptionNotFound,
} from "../refusals";

const [, , subscription = "", , group = "", , namespace = "", , service = ""] = serviceId.split("/");

export type UrlPath =
  /** A list of services, which has one item: of a resource group, or of the whole subscription. */
  | { kind: "services" }
  /** What follows the service, decoded: ["apis", "orders", "operations"]. */
  | { kind: "below"; segments: string[] };

/** Takes a path of ARM's apart; case does not count, and each part that is not ours is refused as ARM refuses it. */
export function parseUrlPath(pathname: string): UrlPath {
  const segments = pathname
    .replace(/^\/+|\/+$/g, "")
    .split("/")
    .map(decodeSegment);
  const [subscriptions, subscriptionId = "", ...rest] = segments;
  if (!same(subscriptions, "subscriptions")) throw invalidResourceType(segments.join("/"));
  if (!same(subscriptionId, subscription)) throw subscriptionNotFound(subscriptionId);
  if (same(rest[0], "providers")) return inProvider(rest.slice(1), null);
  if (!same(rest[0], "resourceGroups")) throw invalidResourceType(rest.join("/"));
  const groupName = rest[1] ?? "";
  if (!same(groupName, group)) throw resourceGroupNotFound(groupName);
  if (!same(rest[2], "providers")) throw invalidResourceType(rest.slice(2).join("/") || "resourceGroups");
  return inProvider(rest.slice(3), groupName);
}

function inProvider([provider = "", type, name, ...below]: string[], groupName: string | null): UrlPath {
  if (!same(provider, namespace)) throw invalidResourceNamespace(provider);
  if (!same(type, "service")) throw invalidResourceType(type ?? "");
  if (name === undefined) return { kind: "services" };
  if (groupName === null) throw invalidResourceType("service");
  if (!same(name, service)) throw serviceNotFound(name, groupName);
  return { kind: "below", segments: below };
}

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass
const illegal = /[\u0000-\u001f\u007f<>%&\\?/#*:+]/;

function decodeSegment(raw: string): string {
  let segment: string;
  try {
    segment = decodeURIComponent(raw);
  } catch {
    throw invalidResourceId(`'${raw.slice(0, 80)}' in the URL is not valid percent-encoded UTF-8.`);
  }
  const character = illegal.exec(segment)?.[0];
  if (character !== undefined) {
    const shown =
      character < " " || character === "\u007f"
        ? `U+${character.charCodeAt(0).toString(16).padStart(4, "0")}`
        : character;
    throw invalidResourceId(
      `'${segment.slice(0, 80).replaceAll(character, "�")}' contains the character ${shown}, which an id cannot hold.`,
    );
  }
  if (segment === "" || segment === "." || segment === "..")
    throw invalidResourceId("A part of the id in the URL is empty.");
  return segment;
}
