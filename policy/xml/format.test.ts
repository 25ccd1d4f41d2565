import { expect, test } from "vitest";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { format } from "./format";
import { textOf, type XmlNode } from "./nodes";
import { parse } from "./parse";

test("elements get lines of their own, comments and one blank line stay", () => {
  const source = `<policies><inbound><base/> <!-- wide -->


 <set-body>
   {"a":   1}
 </set-body><!-- alone? -->
<choose>  <when condition="@(1
   < 2)"><return-response/></when>
</choose></inbound><outbound/></policies>`;
  expect(format(source).formatted).toBe(`<policies>
    <inbound>
        <base/> <!-- wide -->

        <set-body>
   {"a":   1}
 </set-body> <!-- alone? -->
        <choose>
            <when condition="@(1
   < 2)">
                <return-response/>
            </when>
        </choose>
    </inbound>
    <outbound/>
</policies>
`);
});

test("carriage returns stay, and a malformed document is left alone", () => {
  expect(format("<a>\r\n<b/></a>").formatted).toBe("<a>\r\n    <b/>\r\n</a>\r\n");
  const { formatted, problems } = format("<a><b></a>");
  expect([formatted, problems.length]).toEqual(["<a><b></a>", 1]);
});

/** What a document says: everything but the white space between elements. */
const meaning = (nodes: readonly XmlNode[]): unknown[] =>
  nodes.flatMap((node): unknown[] => {
    if (node.kind !== "element") return "value" in node && node.value.trim() === "" ? [] : [node.raw.trim()];
    const attributes = node.attributes.map(({ name, quote, raw }) => [name, quote, raw]);
    const isText = node.children.every((child) => child.kind !== "element" && child.kind !== "comment");
    return [node.name, attributes, isText ? textOf(node) : meaning(node.children)];
  });

const documents = corpus();
test.skipIf(documents.length === 0)(
  `a real document says the same, and formatting it again changes nothing${noCorpus(documents)}`,
  () => {
    for (const { file, text } of documents) {
      const { formatted } = format(text);
      expect(meaning(parse(formatted).document.nodes), file).toEqual(meaning(parse(text).document.nodes));
      expect(format(formatted).formatted, file).toBe(formatted);
    }
  },
);
