import { expect, test, vi } from "vitest";
import type { PolicyDefinition } from "@/policy/catalog/define";
import { isError } from "@/policy/diagnostics";

// Two that are cheap to write are made to be limited in number.
vi.mock("@/policy/catalog/definitions", async (original) => {
  const real = await original<typeof import("@/policy/catalog/definitions")>();
  const once: Record<string, PolicyDefinition["once"]> = { "set-header": "section", "set-body": "document" };
  const definitionOf = (name: string) => {
    const definition = real.definitionOf(name);
    return definition && once[name] ? { ...definition, once: once[name] } : definition;
  };
  return { ...real, definitionOf };
});
const { check } = await import("@/policy/check");

const known = { namedValues: "any", backends: "any", fragments: "any", certificates: "any" } as const;
const found = (inbound: string, outbound = "") =>
  check(`<policies><inbound>${inbound}</inbound><outbound>${outbound}</outbound></policies>`, {
    scope: "api",
    kind: "policies",
    known,
  })
    .filter(isError)
    .map(({ message }) => message);
const header = "<set-header name='A' />";
const body = "<set-body>a</set-body>";
const branch = (content: string) => `<choose><when condition="true">${content}</when></choose>`;

test("a policy that may be used once in a section", () => {
  const message = "The policy 'set-header' may be used only once in a section.";
  expect(found(header, header)).toEqual([]);
  expect(found(header + header)).toEqual([message]);
  expect(found(header + branch(header))).toEqual([message]);
});

test("a policy that may be used once in a document", () => {
  const message = "The policy 'set-body' may be used only once in a policy definition.";
  expect(found(body)).toEqual([]);
  expect(found(body, body)).toEqual([message]);
  expect(found(branch(body), branch(body))).toEqual([message]);
});

test("a policy has its scopes", async () => {
  const { definitions } = await import("@/policy/catalog/definitions");
  const scopes = definitions["set-header"].scopes as unknown as string[];
  const taken = scopes.splice(0);
  expect(found(header)).toEqual(["Policy is not allowed in the specified scope."]);
  scopes.push(...taken);
  expect(found(header)).toEqual([]);
});
