import { describe, expect, test } from "vitest";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { Random } from "@/policy/testing/random";
import { samples } from "@/policy/testing/samples";
import { insert, move, remove, removeAttribute, setAttribute, setText } from "@/policy/xml/edit";
import { pathOf } from "@/policy/xml/element-path";
import { format } from "@/policy/xml/format";
import { elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { applyEdits, type TextEdit } from "@/policy/xml/text-edit";
import { contentOf, partsOf } from "../catalog/content";
import { comparePolicies } from "./compare-policies";
import type { PolicyChange } from "./policy-change";

const inbound = (content: string) => `<policies><inbound>${content}</inbound></policies>`;
const header = (name: string, value = name) => `<set-header name="${name}"><value>${value}</value></set-header>`;

/** "moved inbound[1]/a[1] -> inbound[1]/b[1]/a[1]" */
const told = (before: string, after: string) =>
  comparePolicies(before, after)?.map((change) => {
    const details = change.attributes.map(({ name, before, after }) => `${name} ${before} -> ${after}`);
    if (change.text !== null) details.push(`${change.text.before} -> ${change.text.after}`);
    const place = [change.before, change.after].filter((path) => path !== null).join(" -> ");
    return [change.kind, place, ...details].join(" ");
  });

describe("one change at a time", () => {
  const rows: Record<string, [string, string, string[]]> = {
    "a policy is added": [
      inbound(header("A")),
      inbound(`<rate-limit calls="1" renewal-period="1" />${header("A")}`),
      ["added inbound[1]/rate-limit[1]"],
    ],
    "one among its likes is removed": [
      inbound(header("A") + header("B") + header("C")),
      inbound(header("A") + header("C")),
      ["removed inbound[1]/set-header[2]"],
    ],
    "an attribute is edited": [
      inbound('<rate-limit calls="3" renewal-period="60" />'),
      inbound('<rate-limit calls="5" renewal-period="60" />'),
      ["changed inbound[1]/rate-limit[1] -> inbound[1]/rate-limit[1] calls 3 -> 5"],
    ],
    "attributes come and go": [
      inbound('<trace source="a" severity="error">x</trace>'),
      inbound('<trace source="a" id="t">x</trace>'),
      ["changed inbound[1]/trace[1] -> inbound[1]/trace[1] severity error -> null id null -> t"],
    ],
    "what gives a policy its name is edited": [
      inbound(header("A", "1") + header("B", "2")),
      inbound(header("A", "1") + header("C", "2")),
      ["changed inbound[1]/set-header[2] -> inbound[1]/set-header[2] name B -> C"],
    ],
    "a text deep inside": [
      inbound(`<choose><when condition="@(true)">${header("A", "1")}</when></choose>`),
      inbound(`<choose><when condition="@(true)">${header("A", "2")}</when></choose>`),
      [
        "changed inbound[1]/choose[1]/when[1]/set-header[1]/value[1] -> inbound[1]/choose[1]/when[1]/set-header[1]/value[1] 1 -> 2",
      ],
    ],
    "a card goes into a choose that is there": [
      inbound(`${header("A")}<choose><when condition="@(true)">${header("B")}</when></choose>`),
      inbound(`<choose><when condition="@(true)">${header("B")}${header("A")}</when></choose>`),
      ["moved inbound[1]/set-header[1] -> inbound[1]/choose[1]/when[1]/set-header[2]"],
    ],
    "a card goes into a choose that is new": [
      inbound(`<base />${header("A")}`),
      inbound(`<base /><choose><when condition="@(true)">${header("A")}</when></choose>`),
      ["added inbound[1]/choose[1]", "moved inbound[1]/set-header[1] -> inbound[1]/choose[1]/when[1]/set-header[1]"],
    ],
    "a choose goes and what was in it stays": [
      inbound(`<base /><choose><when condition="@(true)">${header("A")}</when></choose>`),
      inbound(`<base />${header("A")}`),
      ["removed inbound[1]/choose[1]", "moved inbound[1]/choose[1]/when[1]/set-header[1] -> inbound[1]/set-header[1]"],
    ],
    "to another section": [
      `<policies><inbound><base />${header("A")}</inbound><outbound><base /></outbound></policies>`,
      `<policies><inbound><base /></inbound><outbound><base />${header("A")}</outbound></policies>`,
      ["moved inbound[1]/set-header[1] -> outbound[1]/set-header[1]"],
    ],
    "base stays, and the policy moves": [
      inbound(`<base />${header("A")}`),
      inbound(`${header("A")}<base />`),
      ["moved inbound[1]/set-header[1] -> inbound[1]/set-header[1]"],
    ],
    "one goes over many": [
      inbound(header("A") + header("B") + header("C") + header("D")),
      inbound(header("B") + header("C") + header("D") + header("A")),
      ["moved inbound[1]/set-header[1] -> inbound[1]/set-header[4]"],
    ],
    "moved and changed": [
      inbound(`<base />${header("A", "1")}<cors allow-credentials="true" />`),
      inbound(`<cors allow-credentials="true" /><set-header name="A" id="x"><value>1</value></set-header><base />`),
      [
        "moved inbound[1]/cors[1] -> inbound[1]/cors[1]",
        "moved inbound[1]/set-header[1] -> inbound[1]/set-header[1]",
        "changed inbound[1]/set-header[1] -> inbound[1]/set-header[1] id null -> x",
      ],
    ],
    "another policy in the same place": [
      inbound(header("A", "1")),
      inbound(header("B", "2")),
      ["removed inbound[1]/set-header[1]", "added inbound[1]/set-header[1]"],
    ],
    "two unlike calls that share a part": [
      inbound(
        '<send-request response-variable-name="a"><set-url>u</set-url><set-method>GET</set-method></send-request>',
      ),
      inbound(
        '<wait><send-request response-variable-name="b"><set-url>v</set-url><set-method>GET</set-method></send-request></wait>',
      ),
      ["removed inbound[1]/send-request[1]", "added inbound[1]/wait[1]"],
    ],
    "a section that comes tells what is in it": [
      "<policies><inbound /></policies>",
      `<policies><inbound /><outbound><base />${header("A")}</outbound></policies>`,
      ["added outbound[1]/base[1]", "added outbound[1]/set-header[1]"],
    ],
    "in a fragment": [
      `<fragment>${header("A")}</fragment>`,
      `<fragment>${header("A")}${header("B")}</fragment>`,
      ["added set-header[2]"],
    ],
    "another root": [inbound(""), "<fragment />", ["removed ", "added "]],
  };
  test.each(Object.entries(rows))("%s", (_, [before, after, changes]) => expect(told(before, after)).toEqual(changes));
});

test.each([
  ["layout", inbound("<base />"), "<policies>\r\n  <inbound>\n<base></base>\n</inbound>\n</policies>\n"],
  ["comments", inbound("<base />"), inbound("<!-- so that --><base />")],
  ["quotes and entities", inbound(`<trace source="a&#38;b" />`), inbound(`<trace source='a&amp;b' />`)],
  ["CDATA", inbound("<set-body><![CDATA[a<b]]></set-body>"), inbound("<set-body>a&lt;b</set-body>")],
  ["the order of attributes", inbound('<rate-limit calls="1" id="a" />'), inbound('<rate-limit id="a" calls="1" />')],
  [
    "the order of sections",
    "<policies><inbound /><outbound /></policies>",
    "<policies><outbound /><inbound /></policies>",
  ],
  ["an empty section", "<policies />", "<policies><inbound /></policies>"],
  ["line breaks of a text", inbound("<set-body>a\r\nb</set-body>"), inbound("<set-body>a\nb</set-body>")],
  ["the form of an expression", inbound('<when condition="@(1 &lt; 2)" />'), inbound('<when condition=" @(1 < 2)" />')],
])("%s is no change", (_, before, after) => expect(comparePolicies(before, after)).toEqual([]));

test("white space of a text is what the policy says", () => {
  expect(told(inbound("<set-body>a</set-body>"), inbound("<set-body> a</set-body>"))).toHaveLength(1);
});

test("a change tells where it stands", () => {
  const before = inbound(`<base /><choose><when condition="a" /><when condition="b">${header("A")}</when></choose>`);
  const [change] =
    comparePolicies(
      before,
      inbound(`<base />${header("A")}<choose><when condition="a" /><when condition="b" /></choose>`),
    ) ?? [];
  expect(change).toMatchObject({
    section: "inbound",
    identity: "A",
    place: [{ name: "inbound", ordinal: null }],
    from: [
      { name: "inbound", ordinal: null },
      { name: "choose", ordinal: null },
      { name: "when", ordinal: 2 },
    ],
  });
});

test("a malformed document has only its text", () => {
  expect(comparePolicies("<policies>", inbound(""))).toBeNull();
  expect(comparePolicies(inbound(""), "")).toBeNull();
});

const documents = [...samples, ...corpus().map(({ text }) => text)].filter((text) => {
  const { document, diagnostics } = parse(text);
  return diagnostics.length === 0 && elementsOf(document.nodes).length === 1;
});

test(`each document says what it says${noCorpus(corpus())}`, () => {
  for (const text of documents) {
    expect(comparePolicies(text, text)).toEqual([]);
    expect(comparePolicies(text, format(text).formatted)).toEqual([]);
  }
});

/** The elements below the sections that policies and their parts are, and not the content of some. */
function editable(document: XmlDocument): XmlElement[] {
  const [root] = elementsOf(document.nodes);
  if (root === undefined) return [];
  const all = (element: XmlElement): XmlElement[] => partsOf(element).flatMap((part) => [part, ...all(part)]);
  return root.name === "policies" ? elementsOf(root.children).flatMap(all) : all(root);
}

const only = (text: string, edits: readonly TextEdit[]): PolicyChange[] => {
  const changes = comparePolicies(text, applyEdits(text, edits));
  expect(changes, applyEdits(text, edits)).not.toBeNull();
  return changes ?? [];
};

describe(`a single edit is a single change${noCorpus(corpus())}`, () => {
  const random = new Random(7);
  const cases = documents.flatMap((text) => {
    const { document } = parse(text);
    const elements = editable(document);
    return elements.length === 0 ? [] : [1, 2, 3].map(() => ({ text, document, element: random.of(elements) }));
  });
  const pathIn = (document: XmlDocument, element: XmlElement) => pathOf(document, element) ?? "";

  test("setAttribute and removeAttribute", () => {
    for (const { text, document, element } of cases) {
      const path = pathIn(document, element);
      const name = element.attributes.length > 0 ? random.of(element.attributes).name : "id";
      const changes = only(text, setAttribute(element, name, "quite new"));
      expect(changes, `${path} ${name} of ${text}`).toMatchObject([
        { kind: "changed", after: path, attributes: [{ name, after: "quite new" }] },
      ]);
      if (element.attributes.length === 0) continue;
      const gone = only(text, removeAttribute(element, name));
      expect(gone, `${path} ${name} of ${text}`).toMatchObject([
        { kind: "changed", after: path, attributes: [{ name, after: null }] },
      ]);
    }
  });

  test("setText", () => {
    for (const { text, document, element } of cases) {
      if (elementsOf(element.children).length > 0 || contentOf(element).trim() === "") continue;
      const path = pathIn(document, element);
      const changes = only(text, setText(element, "quite new"));
      expect(changes, `${path} of ${text}`).toMatchObject([
        { kind: "changed", after: path, attributes: [], text: { after: expect.stringContaining("quite new") } },
      ]);
    }
  });

  test("insert and remove", () => {
    for (const { text, document, element } of cases) {
      const path = pathIn(document, element);
      const put = only(text, insert(document, element, 0, '<trace source="quite new">x</trace>'));
      if (partsOf(element).length === elementsOf(element.children).length && contentOf(element).trim() === "") {
        expect(put, `${path} of ${text}`).toMatchObject([{ kind: "added", after: `${path}/trace[1]` }]);
      }
      const taken = only(text, remove(document, element));
      expect(taken, `${path} of ${text}`).toMatchObject([{ kind: "removed", name: element.name, after: null }]);
    }
  });

  test("move", () => {
    let moved = 0;
    for (const { text, document } of cases) {
      const policies = editable(document).filter(
        (element) => elementsOf(element.children).length > 0 || element.attributes.length > 0,
      );
      if (policies.length < 2) continue;
      const branches = editable(document).filter(({ name }) => name === "when" || name === "otherwise");
      const [element, parent] = [random.of(policies), branches.length === 0 ? undefined : random.of(branches)];
      if (parent === undefined || (parent.span.start >= element.span.start && parent.span.end <= element.span.end))
        continue;
      if (!/^(set-|choose|return-response|trace|cache|rate|quota|valid|auth|retry|send)/.test(element.name)) continue;
      const changes = only(text, move(document, element, parent, 0));
      if (changes.length === 0) continue;
      expect(changes, `${pathIn(document, element)} to ${pathIn(document, parent)} of ${text}`).toMatchObject([
        { kind: "moved" },
      ]);
      moved++;
    }
    expect(moved > 20 || corpus().length === 0).toBe(true);
  });
});
