import { expect, test } from "vitest";
import { findType } from "../resources/find";
import { titled } from "./titled";

test.each([
  ["Create", "backends", "/backends/orders-api", "/", "Create backend orders-api"],
  ["Update", "policies", "/policies/policy", "/", "Update the global policy"],
  ["Update", "apis/policies", "/apis/orders/policies/policy", "/apis/orders", "Update policy of API orders"],
  ["Delete", "apis/operations", "/apis/orders/operations/get", "/apis/orders", "Delete operation get of API orders"],
  ["Create", "products/apis", "/products/gold/apis/orders", "/products/gold", "Add API orders to product gold"],
  ["Delete", "products/apis", "/products/gold/apis/orders", "/products/gold", "Remove API orders from product gold"],
  ["Create", "apis/tags", "/apis/orders/tags/new", "/apis/orders", "Add tag new to API orders"],
  ["Update", "service", "/", null, "Update the service"],
] as const)("%s %s", (verb, type, id, parentId, title) => {
  const resource = findType(type);
  if (resource === undefined) throw new Error(`${type} is unknown`);
  expect(titled(verb, { resource, id, name: id.slice(id.lastIndexOf("/") + 1), parentId })).toBe(title);
});
