import { expect, test } from "vitest";
import { counted, unreached } from "./coverage";

const branch = (path: string, reached: boolean) => ({ path, start: 0, end: 1, condition: null, reached });
const coverage = [
  {
    documentId: "/apis/a/policies/policy",
    hash: "",
    revision: 1,
    branches: [
      branch("inbound[1]/choose[1]/when[1]", true),
      branch("inbound[1]/choose[1]/when[10]", false),
      branch("inbound[1]/choose[1]/when[1]/choose[1]/when[1]", false),
      branch("inbound[1]/choose[1]/when[10]/choose[1]/otherwise[1]", false),
    ],
  },
];

test("of branches inside of one that was missed, the outer one is named", () => {
  expect(unreached(coverage).map(({ path, documentId }) => [documentId, path])).toEqual([
    ["/apis/a/policies/policy", "inbound[1]/choose[1]/when[10]"],
    ["/apis/a/policies/policy", "inbound[1]/choose[1]/when[1]/choose[1]/when[1]"],
  ]);
  expect(counted(coverage)).toEqual({ reached: 1, of: 4 });
  expect(counted([])).toEqual({ reached: 0, of: 0 });
});
