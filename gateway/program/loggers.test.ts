import { expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { apply } from "./apply";
import { build } from "./build";
import type { Program } from "./program";

const logger = (name: string, connectionString: string): GatewayDocument => ({
  id: `/loggers/${name}`,
  name,
  type: "loggers",
  properties: { type: "azureEventHub", credentials: { name: "hub", connectionString } },
});
const namedValue = (value: string | null, displayName = "key"): GatewayDocument => ({
  id: `/namedvalues/${displayName}`,
  name: displayName,
  type: "namedValues",
  properties: { displayName, secret: true, value },
});
const change = (program: Program, put: GatewayDocument[], remove: string[] = []): Program =>
  apply(program, { revision: program.revision + 1, put, remove });
const connectionOf = (program: Program, id: string): string | undefined =>
  program.loggers.get(id)?.credentials.connectionString;

test("named values are put into the credentials, and a new value makes a new logger", () => {
  const first = build([logger("a", "Key={{key}}"), logger("b", "plain"), namedValue("one")], 1);
  expect(connectionOf(first, "/loggers/a")).toBe("Key=one");
  const second = change(first, [namedValue("two")]);
  expect(connectionOf(second, "/loggers/a")).toBe("Key=two");
  expect(connectionOf(first, "/loggers/a")).toBe("Key=one");
  expect(second.loggers.get("/loggers/b")).toBe(first.loggers.get("/loggers/b"));
});

test("a logger keeps its identity while nothing in it changes", () => {
  const first = build([logger("a", "Key={{key}}"), namedValue("one")], 1);
  const second = change(first, [namedValue("another", "unrelated"), logger("a", "Key={{key}}")]);
  expect(second.loggers.get("/loggers/a")).toBe(first.loggers.get("/loggers/a"));
  expect(change(second, []).loggers).toBe(second.loggers);
});

test("a value that cannot be read takes the logger away until it can", () => {
  const first = build([logger("a", "Key={{key}}"), namedValue(null)], 1);
  expect(first.loggers.get("/loggers/a") ?? null).toBeNull();
  expect(connectionOf(change(first, [namedValue("one")]), "/loggers/a")).toBe("Key=one");
});

test("a logger that is removed is gone", () => {
  const first = build([logger("a", "x")], 1);
  expect(change(first, [], ["/loggers/a"]).loggers.has("/loggers/a")).toBe(false);
});
