import { expect, test } from "vitest";
import { check } from "@/policy/check";

const known = { namedValues: "any", backends: "any", fragments: "any", certificates: "any" } as const;
const messages = (inbound: string): string[] =>
  check(
    `<policies><inbound>${inbound}</inbound><backend><forward-request /></backend><outbound /><on-error /></policies>`,
    { kind: "policies", scope: "global", known },
  )
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);

test("cross-domain may be used once in a section", () => {
  const policy = "<cross-domain><cross-domain-policy /></cross-domain>";
  expect(messages(policy)).toEqual([]);
  expect(messages(policy + policy)).toEqual(["The policy 'cross-domain' may be used only once in a section."]);
});
