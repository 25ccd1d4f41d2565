import { describe, expect, test } from "vitest";
import type { ScopeName } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";
import { defaultGlobalPolicy, effectivePolicy, readScopePolicy, type ScopeSources } from "@/policy/scopes";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { Random } from "@/policy/testing/random";
import { samples } from "@/policy/testing/samples";
import { elementsOf } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { type ChainDocument, effectiveDocument, fragmentsIncluded } from "./effective-document";

const fragments: Record<string, string> = {
  shared: `<fragment>
  <!-- for all -->
  <set-header name="F"><value>1</value></set-header>
  <include-fragment fragment-id="shared" />
</fragment>`,
  empty: "<fragment />",
};
const fragment = (id: string) => {
  const text = fragments[id];
  return text === undefined ? undefined : { path: `/policyFragments/${id}`, text };
};
const document = (scope: ScopeName, text: string): ChainDocument => ({
  scope,
  owner: `/${scope}`,
  path: `/${scope}/policies/policy`,
  text,
});
const chain = [
  document(
    "global",
    "<policies><inbound><cors allow-credentials='true' /></inbound><backend><forward-request /></backend></policies>",
  ),
  document(
    "api",
    `<policies>
  <inbound>
    <!-- wider first -->
    <base />
    <set-header
        name="A">
      <value>1
2</value>
    </set-header>
  </inbound>
  <backend><base /></backend>
</policies>`,
  ),
  document(
    "operation",
    `<policies>
	<inbound>
		<base /><choose><when condition="@(a < 1)"><!-- so --><include-fragment fragment-id="shared" /></when></choose>
	</inbound>
	<backend><base /></backend>
	<outbound><base /></outbound>
</policies>`,
  ),
];

/** "api 6: text" */
const told = (expands: boolean, links: readonly ChainDocument[] = chain) => {
  const { text, origins } = effectiveDocument(links, { fragment, expands });
  return text.split("\n").map((line, index) => {
    const origin = origins[index];
    return origin == null ? line : `${line} | ${origin.fragment ?? origin.scope} ${origin.line}`;
  });
};

test("one document with the origin of each line", () => {
  expect(told(true)).toEqual([
    "<policies>",
    "    <inbound>",
    "        <!-- wider first --> | api 3",
    "        <cors allow-credentials='true' /> | global 1",
    "        <set-header | api 5",
    '        name="A"> | api 6',
    "            <value>1 | api 7",
    "2</value> | api 8",
    "        </set-header> | api 9",
    "        <choose> | operation 3",
    '            <when condition="@(a < 1)"> | operation 3',
    "                <!-- so --> | operation 3",
    "                <!-- include-fragment shared --> | operation 3",
    "                <!-- for all --> | shared 2",
    '                <set-header name="F"> | shared 3',
    "                    <value>1</value> | shared 3",
    "                </set-header> | shared 3",
    "                <!-- /include-fragment shared --> | operation 3",
    "            </when> | operation 3",
    "        </choose> | operation 3",
    "    </inbound>",
    "    <backend>",
    "        <forward-request /> | global 1",
    "    </backend>",
    "    <outbound />",
    "    <on-error />",
    "</policies>",
  ]);
});

test("fragments can stay what is included", () => {
  const lines = told(false);
  expect(lines).toContain('                <include-fragment fragment-id="shared" /> | operation 3');
  expect(lines.some((line) => line.includes("for all"))).toBe(false);
});

test("a fragment that is not there stays an include", () => {
  const links = [document("api", '<policies><inbound><include-fragment fragment-id="nobody" /></inbound></policies>')];
  expect(told(true, links)).toContain('        <include-fragment fragment-id="nobody" /> | api 1');
});

test("an origin's offset is where the line begins in its document", () => {
  const { text, origins } = effectiveDocument(chain, { fragment, expands: true });
  const sources = new Map([
    ...chain.map(({ path, text }) => [path, text] as const),
    ...Object.keys(fragments).map((id) => [`/policyFragments/${id}`, fragments[id]] as const),
  ]);
  for (const [index, line] of text.split("\n").entries()) {
    const origin = origins[index];
    if (origin == null || line.includes("include-fragment")) continue;
    const source = sources.get(origin.path ?? "") ?? "";
    expect(source.slice(origin.offset).trimStart().startsWith(line.trim())).toBe(true);
    expect(source.slice(0, origin.offset).split("\n")).toHaveLength(origin.line);
  }
});

test("the fragments of some documents", () => {
  expect(
    fragmentsIncluded([
      ...chain.map(({ text }) => text),
      "<policies><inbound><set-body><include-fragment fragment-id='x' /></set-body></inbound></policies>",
    ]),
  ).toEqual(["shared"]);
});

const sources: ScopeSources = {
  fragment: (id) => {
    const found = fragment(id) ?? { path: `/policyFragments/${id}`, text: fragments.shared ?? "" };
    return { documentId: found.path, text: found.text };
  },
  namedValue: () => undefined,
};
const everyFragment = (id: string) => fragment(id) ?? { path: `/policyFragments/${id}`, text: fragments.shared ?? "" };

/** What a node says; white space alone is layout. */
const said = ({ name, attributes, children, text }: PolicyNode): unknown => [
  name,
  [...attributes].map(([key, value]) => [key, value.replaceAll("\r\n", "\n")]),
  children.map(said),
  text.trim() === "" ? "" : text.replaceAll("\r\n", "\n"),
];

function agree(links: readonly ChainDocument[]): void {
  const meant = effectivePolicy(links.map(({ text, scope, owner }) => readScopePolicy(text, scope, owner, sources)));
  for (const expands of [true, false]) {
    const { text, origins } = effectiveDocument(links, { fragment: everyFragment, expands });
    expect(text.split("\n")).toHaveLength(origins.length);
    const shown = effectivePolicy([readScopePolicy(text, "global", "/", sources)]);
    for (const section of ["inbound", "backend", "outbound", "on-error"] as const) {
      expect(shown[section].map(said), text).toEqual(meant[section].map(said));
    }
  }
}

describe(`it says what the gateway runs${noCorpus(corpus())}`, () => {
  const documents = [...samples, defaultGlobalPolicy, ...corpus().map(({ text }) => text)].filter((text) => {
    const { document, diagnostics } = parse(text);
    const [root] = elementsOf(document.nodes);
    return diagnostics.length === 0 && root?.name === "policies";
  });

  test("of each document alone", () => {
    for (const text of documents) agree([document("global", text)]);
  });

  test("of chains", () => {
    const random = new Random(3);
    for (let round = 0; round < 400; round++) {
      const scopes = (["global", "product", "api", "operation"] as const).filter(() => random.chance(0.8));
      agree(scopes.map((scope) => document(scope, random.of(documents))));
    }
  });

  test("of an empty chain", () => agree([]));
});
