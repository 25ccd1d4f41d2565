import { expect, test } from "vitest";
import type { ScopeName, Section } from "./exchange";
import { effectivePolicy, FragmentMissing, readScopePolicy, type ScopeSources } from "./scopes";

const fragments: Record<string, string> = {
  shared:
    "<fragment><set-header name='F'><value>{{greeting}}</value></set-header><include-fragment fragment-id='shared' /></fragment>",
};
const sources: ScopeSources = {
  fragment: (id) => {
    const text = fragments[id];
    return text === undefined ? undefined : { documentId: `/policyFragments/${id}`, text };
  },
  namedValue: (name) => ({ greeting: "hello {{code}}", code: "7", locked: null })[name],
};

const document = (sections: Partial<Record<Section, string>>): string =>
  `<policies>${Object.entries(sections)
    .map(([name, content]) => `<${name}>${content}</${name}>`)
    .join("\n")}</policies>`;
const header = (name: string) => `<set-header name="${name}" />`;

/** "api:A" for a header that the API's document sets. */
function effective(chain: readonly (readonly [ScopeName, string])[], section: Section = "inbound"): string[] {
  const read = chain.map(([scope, text]) => readScopePolicy(text, scope, `/${scope}`, sources));
  return effectivePolicy(read)[section].map(
    (node) => `${node.origin.scope}:${node.attributes.get("name") ?? node.name}`,
  );
}

test("base is where the next wider scope goes, and its place decides the order", () => {
  expect(
    effective([
      ["global", document({ inbound: header("G") })],
      ["product", document({ inbound: `<base />${header("P")}` })],
      ["api", document({ inbound: `${header("A1")}<base />${header("A2")}` })],
      ["operation", document({ inbound: `<base />${header("O")}` })],
    ]),
  ).toEqual(["api:A1", "global:G", "product:P", "api:A2", "operation:O"]);
});

test("a section without base cuts off what is wider, in that section alone", () => {
  const chain = [
    ["global", document({ inbound: header("G"), outbound: header("GO") })],
    ["api", document({ inbound: header("A"), outbound: "<base />" })],
    ["operation", document({ inbound: `<base />${header("O")}`, outbound: "<base />" })],
  ] as const;
  expect(effective(chain)).toEqual(["api:A", "operation:O"]);
  expect(effective(chain, "outbound")).toEqual(["global:GO"]);
});

test("a missing section and an empty one inherit nothing", () => {
  const wide = ["global", document({ inbound: header("G"), backend: "<forward-request />" })] as const;
  expect(effective([wide, ["api", document({ inbound: "<base />" })]], "backend")).toEqual([]);
  expect(effective([wide, ["api", document({ inbound: "" })]])).toEqual([]);
});

test("a scope without a document is transparent, and base at the widest inserts nothing", () => {
  expect(effective([["global", document({ inbound: `<base />${header("G")}` })]])).toEqual(["global:G"]);
  expect(effective([["operation", document({ inbound: `<base />${header("O")}` })]])).toEqual(["operation:O"]);
});

test("each node remembers the document, the place and the path that it came from", () => {
  const text = document({ inbound: `<choose><when condition="true">${header("A")}${header("B")}</when></choose>` });
  const [choose] = effectivePolicy([readScopePolicy(text, "api", "/apis/a", sources)]).inbound;
  const second = choose?.children[0]?.children[1];
  expect(second?.origin).toMatchObject({
    scope: "api",
    documentId: "/apis/a",
    path: "choose[1]/when[1]/set-header[2]",
  });
  expect(text.slice(second?.origin.span.start, second?.origin.span.end)).toBe(header("B"));
});

test("what a fragment holds came from the fragment, in the scope that includes it; it is not nested", () => {
  const text = document({ inbound: '<include-fragment fragment-id="shared" />' });
  const { inbound } = effectivePolicy([readScopePolicy(text, "product", "/products/p", sources)]);
  expect(inbound.map(({ name, origin }) => [name, origin.scope, origin.documentId, origin.path])).toEqual([
    ["set-header", "product", "/policyFragments/shared", "include-fragment[1]/set-header[1]"],
  ]);
  expect(() => readScopePolicy(text.replace("shared", "none"), "api", "/a", sources)).toThrow(FragmentMissing);
});

test("named values are put in once, and what cannot be read is told", () => {
  const text = document({ inbound: '<set-header name="{{greeting}}"><value>{{locked}}{{none}}</value></set-header>' });
  const [node] = effectivePolicy([readScopePolicy(text, "api", "/a", sources)]).inbound;
  expect(node?.attributes.get("name")).toBe("hello {{code}}");
  expect(node?.children[0]?.text).toBe("{{locked}}{{none}}");
  expect(node?.children[0]?.unreadable).toBe("locked");
});
