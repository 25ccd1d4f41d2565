import { expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { knowledgeOf } from "./knowledge-of";

const resource = (name: string, properties: JsonObject) => ({ id: `/x/${name}`, type: "x", name, properties });

test("things are known by the names that policies write, with what people call them", () => {
  const knowledge = knowledgeOf({
    namedValues: [
      resource("id-1", { displayName: "partner", value: "acme" }),
      resource("id-2", { displayName: "key", secret: true }),
    ],
    backends: [resource("orders", { url: "http://orders" }), resource("pool", { title: "Pool", type: "Pool" })],
    fragments: [resource("auth", { value: "<fragment />", format: "rawxml", description: "Checks." })],
    certificates: [resource("caller", { subject: "CN=caller" })],
    loggers: [resource("log", {})],
  });
  expect(knowledge).toEqual({
    namedValues: [
      { name: "partner", id: "id-1", title: "acme", isSecret: false },
      { name: "key", id: "id-2", isSecret: true },
    ],
    backends: [
      { name: "orders", title: "http://orders" },
      { name: "pool", title: "Pool" },
    ],
    fragments: [{ name: "auth", title: "Checks.", text: "<fragment />" }],
    certificates: [{ name: "caller", title: "CN=caller" }],
    loggers: [{ name: "log" }],
  });
});
