import { expect, test } from "vitest";
import { check } from "@/policy/check";

const document = (section: string) =>
  `<policies><inbound>${section}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;

const exists = () => true;
const known = { namedValues: exists, backends: exists, fragments: exists, certificates: exists };

test("a policy of an operation cannot have it", () => {
  const source = document("<base /><validate-odata-request />");
  const errors = (scope: "api" | "operation") =>
    check(source, { kind: "policies", scope, known }).filter(({ severity }) => severity === "error");
  expect(errors("api")).toEqual([]);
  expect(errors("operation").map(({ message }) => message)).toEqual(["Policy is not allowed in the specified scope."]);
});
