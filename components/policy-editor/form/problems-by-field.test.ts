import { expect, test } from "vitest";
import { check } from "@/policy/check";
import type { Diagnostic } from "@/policy/diagnostics";
import { parse } from "@/policy/xml/parse";
import { problemsByField } from "./problems-by-field";

const known = { namedValues: () => false, backends: () => false, fragments: () => false, certificates: () => false };
/** Where the problems of a document are shown: by place, their codes. In another language their words would differ. */
function shown(inbound: string): Record<string, string[]> {
  const text = `<policies><inbound><base />${inbound}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;
  const found: Diagnostic[] = check(text, { scope: "api", kind: "policies", known }).map((each) => ({
    ...each,
    message: "…",
  }));
  return Object.fromEntries(
    [...problemsByField(parse(text).document, found)].map(([place, problems]) => [
      place.replace("inbound[1]/", ""),
      problems.map(({ code }) => code),
    ]),
  );
}

test("a wrong value is shown at its attribute, an unknown attribute at itself", () => {
  expect(shown('<rate-limit calls="many" renewal-period="60" colour="blue" />')).toEqual({
    "rate-limit[1]@calls": ["attribute-invalid"],
    "rate-limit[1]@colour": ["attribute-unknown"],
  });
});

test("each missing attribute is shown at its own field", () => {
  expect(shown("<rate-limit />")).toEqual({
    "rate-limit[1]@calls": ["attribute-missing"],
    "rate-limit[1]@renewal-period": ["attribute-missing"],
  });
  expect(shown('<rate-limit calls="1" />')).toEqual({ "rate-limit[1]@renewal-period": ["attribute-missing"] });
});

test("what is wrong in a part is shown there", () => {
  const places = shown(
    '<validate-jwt header-name="a"><required-claims><claim name="x"><value>1</value></claim><claim match="all"><value>2</value></claim></required-claims></validate-jwt>',
  );
  expect(places["validate-jwt[1]/required-claims[1]/claim[2]@name"]).toEqual(["attribute-missing"]);
});

test("a text is told of what is wrong in it, in a wrapping and in markup too", () => {
  expect(shown('<set-header name="x"><value>@(context.Nothing)</value></set-header>')).toEqual({
    "set-header[1]/value[1]#text": ["CS1061"],
  });
  expect(shown("<set-body>{{nobody}}</set-body>")).toEqual({ "set-body[1]#text": ["named-value-unknown"] });
  expect(shown("<set-body><value>{{nobody}}</value></set-body>")).toEqual({
    "set-body[1]#text": ["named-value-unknown"],
  });
});

test("what is about an element as a whole, or about one that is not known, is shown at the element", () => {
  expect(shown("<choose />")).toEqual({ "choose[1]#": ["child-missing"] });
  expect(shown('<who-knows this="that"><inner>text</inner></who-knows>')).toEqual({
    "who-knows[1]#": ["child-unknown"],
  });
  expect(shown('<set-header name="x"><values>1</values></set-header>')["set-header[1]/values[1]#"]).toEqual([
    "child-unknown",
  ]);
});

test("a problem of a text that has changed since is shown at the element", () => {
  const { document } = parse('<policies><inbound><rate-limit calls="1" /></inbound></policies>');
  const at = (start: number): Diagnostic => ({
    ...{ code: "attribute-missing", severity: "error", message: "…", element: "rate-limit", line: 1, column: 20 },
    span: { start, end: start + 10 },
  });
  const places = problemsByField(document, [at(20), at(20)]);
  expect([...places.keys()]).toEqual(["inbound[1]/rate-limit[1]#"]);
});
