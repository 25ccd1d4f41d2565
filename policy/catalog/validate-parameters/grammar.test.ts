import { expect, test } from "vitest";
import { check } from "@/policy/check";

const exists = () => true;
const known = { namedValues: exists, backends: exists, fragments: exists, certificates: exists };
const errorsOf = (group: string): string[] => {
  const source = `<policies><inbound><base /><validate-parameters specified-parameter-action="detect"
    unspecified-parameter-action="detect">${group}</validate-parameters></inbound><backend><base /></backend>
    <outbound><base /></outbound><on-error><base /></on-error></policies>`;
  const found = check(source, { kind: "policies", scope: "api", known });
  return found.filter(({ severity }) => severity === "error").map(({ message }) => message);
};

test("a group that is there says what to do with what is described, and with what is not", () => {
  const specified = 'specified-parameter-action="prevent"';
  const unspecified = 'unspecified-parameter-action="prevent"';
  for (const name of ["headers", "query"]) {
    expect(errorsOf(`<${name} ${specified} ${unspecified} />`)).toEqual([]);
    expect(errorsOf(`<${name} ${specified} />`)).toEqual([expect.stringContaining("unspecified-parameter-action")]);
    expect(errorsOf(`<${name} ${unspecified} />`)).toEqual([expect.stringContaining("'specified-parameter-action'")]);
  }
  expect(errorsOf(`<path ${specified} />`)).toEqual([]);
  expect(errorsOf("<path />")).toEqual([expect.stringContaining("specified-parameter-action")]);
  expect(errorsOf(`<path ${specified} ${unspecified} />`)).toHaveLength(1);
});
