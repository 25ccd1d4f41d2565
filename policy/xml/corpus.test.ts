import { expect, test } from "vitest";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { toEscaped, toRaw } from "./convert";
import { elementsOf, type XmlNode } from "./nodes";
import { parse } from "./parse";
import { print } from "./print";

const documents = corpus();
const describesCorpus = test.skipIf(documents.length === 0);

/** What a document says, whichever way it is written. */
function meaning(nodes: readonly XmlNode[]): unknown {
  return nodes.map((node) => {
    if (node.kind === "text" || node.kind === "cdata") return node.value;
    if (node.kind !== "element") return node.raw;
    const attributes = node.attributes.map(({ name, value }) => [name, value]);
    return { name: node.name, attributes, children: meaning(node.children) };
  });
}
const meaningOf = (text: string) => meaning(parse(text).document.nodes);
const problemsOf = (text: string) =>
  parse(text).diagnostics.map(({ line, column, message }) => [line, column, message]);

describesCorpus(`what authors wrote is printed as they wrote it${noCorpus(documents)}`, () => {
  expect(documents).toHaveLength(243);
  for (const { file, text } of documents) expect(print(parse(text).document), file).toBe(text);
});

describesCorpus(`what authors wrote is understood, raw expressions included${noCorpus(documents)}`, () => {
  const refused = documents.filter(({ text }) => parse(text).diagnostics.length > 0);
  expect(refused.map(({ file, text }) => [file, problemsOf(text)])).toEqual([]);
  const roots = documents.map(({ text }) => elementsOf(parse(text).document.nodes).map((element) => element.name));
  const count = (root: string) => roots.filter((names) => names.join() === root).length;
  // Three authors published policies without a root around them.
  expect([count("policies"), count("fragment")]).toEqual([196, 44]);
});

describesCorpus(`each form says the same, and is the same after a way around${noCorpus(documents)}`, () => {
  let [unescaped, escaped] = [0, 0];
  for (const { file, text } of documents) {
    const asXml = toEscaped(text);
    const asRaw = toRaw(text);
    expect(meaningOf(asXml), file).toEqual(meaningOf(text));
    expect(meaningOf(asRaw), file).toEqual(meaningOf(text));
    expect(toEscaped(asRaw), file).toBe(toEscaped(asXml));
    expect(toRaw(asXml), file).toBe(toRaw(asRaw));
    expect(problemsOf(asXml), file).toEqual([]);
    expect(problemsOf(asRaw), file).toEqual([]);
    if (asXml !== text) escaped++;
    if (asRaw !== text) unescaped++;
  }
  // Both ways have something to do.
  expect(escaped).toBeGreaterThan(50);
  expect(unescaped).toBeGreaterThan(5);
});

describesCorpus(`the form "xml" is well-formed for any XML parser${noCorpus(documents)}`, () => {
  for (const { file, text } of documents) {
    const asXml = toEscaped(text);
    // What raw expressions hold and XML does not: a bare "<" or "&", or a quote inside its own quotes.
    const withoutOther = asXml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, "");
    const rest = withoutOther.replace(/<\/?[\w:.-]+(\s+[\w:.-]+\s*=\s*("[^"<]*"|'[^'<]*'))*\s*\/?>/g, "");
    expect(rest.match(/</g), file).toBeNull();
    expect(withoutOther.match(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/g), file).toBeNull();
  }
});
