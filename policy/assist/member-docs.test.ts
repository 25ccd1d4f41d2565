import { expect, test } from "vitest";
import { typeTable } from "@/policy/expression/types/shared-table";
import { memberDoc } from "./member-docs";
import { memberSentences } from "./member-sentences";

test("every sentence is about a member that exists", () => {
  const { definitions } = typeTable();
  const lost = Object.keys(memberSentences).filter((key) => {
    const [type, member] = key.split(".");
    return !definitions.some(
      ({ name, methods, properties, fields }) =>
        name === type && [...methods, ...properties, ...fields].some((one) => one.name === member),
    );
  });
  expect(lost).toEqual([]);
});

test("what a declaration says of its member comes first", () => {
  const context = typeTable().definition("IContext", 0);
  if (context === null) throw new Error("There is no IContext.");
  expect(memberDoc(context, "LastError")).toMatch(/went wrong last/);
  expect(memberDoc(context, "Api")).toBe(memberSentences["IContext.Api"]);
});
