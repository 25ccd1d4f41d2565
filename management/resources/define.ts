import type { z } from "zod";
import type { JsonObject } from "@/lib/json";

/**
 * One kind of resource: plain data, safe in any process and in the browser. Verbs, the REST door, the OpenAPI
 * description and the portal's forms are all driven by it; nothing about a kind is written twice.
 */
export interface ResourceDefinition {
  /** The folder's name, which is the ARM collection's. */
  kind: string;
  /** Every place in the tree where it lives, as ARM type paths below the service: "backends", "apis/operations". */
  types: readonly string[];
  /** As in ARM's messages: "Backend not found." */
  title: string;
  /** The public description of the kind. */
  docs: string;
  /** What an id may be. */
  id: { pattern: RegExp; minLength: number; maxLength: number; message: string };
  /** The properties of a PUT. Unknown members are refused, so the schema is strict; null stands for "no PUT". */
  create: z.ZodObject | null;
  /** The properties of a PATCH, all optional; null stands for "no PATCH". */
  update: z.ZodObject | null;
  /** PUT carries no body, as for products/apis. */
  bodiless?: boolean;
  /** Members that ARM places beside `properties`, as the service's location and sku; stored and described with the rest. */
  beside?: readonly string[];
  /** Never deleted, as the service itself. */
  permanent?: boolean;
  /** HEAD answers 204 instead of 200, as for associations. */
  headStatus?: 204;
  /**
   * Members that only the server writes, as paths ("keyVault.lastStatus"; `*` is every item): they are ignored in a
   * PUT of what a GET returned, and what is stored of them stays until a rule changes it.
   */
  readOnly: readonly string[];
  /** Which members are secret. They are sealed, and never returned but by a verb made for it. */
  secrets: readonly SecretField[];
  /** Lists whose items are known by one of their members, and not by their place: a mask stands for the item of that name. */
  keyedLists?: Readonly<Record<string, string>>;
  /** Which documents these properties refer to; each becomes a restricting foreign key. */
  references(properties: JsonObject, at: { id: string }): Reference[];
  /** Members that $filter and $orderby may name, beyond `name`. */
  filterable: readonly string[];
  /** How forms lay out and label the members; labels live in the message catalogs. */
  form: { sections: readonly { id: string; fields: readonly string[] }[] };
}

export interface SecretField {
  /** A path into properties; `*` is every key of a map and every item of a list: "credentials.header.*.*". */
  path: string;
  /** Secret only while this holds, e.g. a named value's value while `secret` is true. */
  when?(properties: JsonObject, path?: readonly string[]): boolean;
  /** Which values need no hiding: a mere {{named value}}. None when left out. */
  plain?(value: string): boolean;
  /** How a GET shows it: left out, or masked so that the shape stays. */
  shown: "omitted" | "masked";
  /** A PUT that leaves it out keeps the stored one. */
  keptWhenAbsent: boolean;
}

export interface Reference {
  /** Canonical id of the document referred to. */
  to: string;
  /** Where in the properties it stands, for the error: "credentials.certificateIds[0]". */
  target: string;
}

/** What stands in a stored document in place of a secret value. */
export interface SecretPointer {
  $secret: string;
}

/** What a masked secret looks like; sent back in a PUT it means "the stored one". */
export const mask = "••••••••";

export const defineResource = <const D extends ResourceDefinition>(definition: D): D => definition;
