import { describe, expect, test } from "vitest";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { insert, move, remove, removeAttribute, replace, setAttribute, setText } from "./edit";
import { elementsOf, type XmlDocument, type XmlElement } from "./nodes";
import { parse } from "./parse";
import { applyEdits, type TextEdit } from "./text-edit";

const source = `<!-- orders -->
<policies>
  <inbound>
    <base /> <!-- wider first -->
    <set-header   name='X-A'
                  exists-action="override">
      <value>@(context.Request.Headers.GetValueOrDefault("a", "<none>"))</value>
    </set-header>

    <choose>
      <when condition="@(1 < 2)">
        <set-status code="201" />
        <!-- kept -->
      </when>
    </choose>
  </inbound>
  <backend><base/></backend>
  <outbound />
</policies>
`;

/** The first element of that name, or the nth. */
function find(document: XmlDocument, name: string, nth = 0): XmlElement {
  const all: XmlElement[] = [];
  const collect = (elements: readonly XmlElement[]) => {
    for (const element of elements) {
      all.push(element);
      collect(elementsOf(element.children));
    }
  };
  collect(elementsOf(document.nodes));
  return all.filter((element) => element.name === name)[nth] as XmlElement;
}

/** The lines that are no longer there and those that are new. */
function changed(edit: (document: XmlDocument) => TextEdit[], text = source): string[] {
  const { document } = parse(text);
  const after = applyEdits(text, edit(document));
  const [old, now] = [text.split("\n"), after.split("\n")];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return [
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line}`),
  ];
}

describe("an attribute", () => {
  test("is set in its place, with its own quotes", () => {
    expect(changed((document) => setAttribute(find(document, "set-header"), "name", `it's "X"`))).toEqual([
      "-    <set-header   name='X-A'",
      `+    <set-header   name='it&apos;s "X"'`,
    ]);
  });
  test("that has the value already changes nothing", () => {
    expect(changed((document) => setAttribute(find(document, "when"), "condition", "@(1 < 2)"))).toEqual([]);
  });
  test("is added behind the others, as they are laid out", () => {
    expect(changed((document) => setAttribute(find(document, "set-header"), "id", "h"))).toEqual([
      '-                  exists-action="override">',
      '+                  exists-action="override"',
      '+                  id="h">',
    ]);
    expect(changed((document) => setAttribute(find(document, "base", 1), "id", "b"))).toEqual([
      "-  <backend><base/></backend>",
      '+  <backend><base id="b"/></backend>',
    ]);
  });
  test("that is an expression stays as C# is written where that can be read", () => {
    expect(changed((document) => setAttribute(find(document, "when"), "condition", '@(a < "b")'))[1]).toBe(
      `+      <when condition="@(a < "b")">`,
    );
    expect(changed((document) => setAttribute(find(document, "when"), "condition", '@("'))[1]).toBe(
      '+      <when condition="@(&quot;">',
    );
  });
  test("is removed with the space before it", () => {
    expect(changed((document) => removeAttribute(find(document, "set-header"), "exists-action"))).toEqual([
      "-    <set-header   name='X-A'",
      '-                  exists-action="override">',
      "+    <set-header   name='X-A'>",
    ]);
    expect(changed((document) => removeAttribute(find(document, "set-header"), "nothing"))).toEqual([]);
  });
});

describe("text", () => {
  test("is replaced inside the space around it", () => {
    expect(changed((document) => setText(find(document, "value"), "a & b"))).toEqual([
      `-      <value>@(context.Request.Headers.GetValueOrDefault("a", "<none>"))</value>`,
      "+      <value>a &amp; b</value>",
    ]);
    const edit = (document: XmlDocument) => setText(find(document, "a"), "@(1 < 2)");
    expect(changed(edit, "<a>\n  old\n</a>")).toEqual(["-  old", "+  @(1 < 2)"]);
    expect(changed(edit, "<a><![CDATA[old]]></a>")).toEqual([
      "-<a><![CDATA[old]]></a>",
      "+<a><![CDATA[@(1 < 2)]]></a>",
    ]);
    expect(changed(edit, '<a b="c" />')).toEqual(['-<a b="c" />', '+<a b="c">@(1 < 2)</a>']);
    expect(changed(edit, "<a></a>")).toEqual(["-<a></a>", "+<a>@(1 < 2)</a>"]);
    expect(changed(edit, "<a>one<!-- c -->two</a>")).toEqual([
      "-<a>one<!-- c -->two</a>",
      "+<a>@(1 < 2)<!-- c --></a>",
    ]);
  });
});

describe("an element", () => {
  const header = '<set-header name="X">\n  <value>1</value>\n</set-header>';
  test("is inserted before another, indented as it", () => {
    expect(changed((document) => insert(document, find(document, "inbound"), 1, header))).toEqual([
      '+    <set-header name="X">',
      "+      <value>1</value>",
      "+    </set-header>",
    ]);
  });
  test("is inserted behind the last one", () => {
    expect(changed((document) => insert(document, find(document, "inbound"), 9, "<set-status code='200'/>"))).toEqual([
      "+    <set-status code='200'/>",
    ]);
  });
  test("is inserted into what is empty", () => {
    expect(changed((document) => insert(document, find(document, "outbound"), 0, "<base />"))).toEqual([
      "-  <outbound />",
      "+  <outbound>",
      "+    <base />",
      "+  </outbound>",
    ]);
    expect(
      changed(
        (document) => insert(document, find(document, "b"), 0, "<c />"),
        "<a>\n\t<b>\n\t\t<!-- c -->\n\t</b>\n</a>",
      ),
    ).toEqual(["+\t\t<c />"]);
  });
  test("is inserted into one line", () => {
    expect(changed((document) => insert(document, find(document, "backend"), 1, "<a/>"))).toEqual([
      "-  <backend><base/></backend>",
      "+  <backend><base/><a/></backend>",
    ]);
  });
  test("is removed with its line, and comments stay", () => {
    expect(changed((document) => remove(document, find(document, "set-status")))).toEqual([
      '-        <set-status code="201" />',
    ]);
    expect(changed((document) => remove(document, find(document, "base")))).toEqual([
      "-    <base /> <!-- wider first -->",
      "+     <!-- wider first -->",
    ]);
    expect(changed((document) => remove(document, find(document, "policies")), "<policies />")).toEqual([
      "-<policies />",
      "+",
    ]);
  });
  test("is replaced", () => {
    expect(changed((document) => replace(document, find(document, "set-status"), "<a>\n  <b />\n</a>"))).toEqual([
      '-        <set-status code="201" />',
      "+        <a>",
      "+          <b />",
      "+        </a>",
    ]);
  });
  test("is moved to another depth: white space between elements follows, content does not", () => {
    const { document } = parse(source);
    const edits = move(document, find(document, "set-header"), find(document, "when"), 1);
    expect(applyEdits(source, edits)).toBe(`<!-- orders -->
<policies>
  <inbound>
    <base /> <!-- wider first -->

    <choose>
      <when condition="@(1 < 2)">
        <set-status code="201" />
        <set-header   name='X-A'
                  exists-action="override">
          <value>@(context.Request.Headers.GetValueOrDefault("a", "<none>"))</value>
        </set-header>
        <!-- kept -->
      </when>
    </choose>
  </inbound>
  <backend><base/></backend>
  <outbound />
</policies>
`);
  });
  test("cannot be moved into itself, and moving it where it is changes nothing", () => {
    const { document } = parse(source);
    const choose = find(document, "choose");
    expect(() => move(document, choose, find(document, "when"), 0)).toThrow("'choose' cannot be moved into itself.");
    expect(move(document, choose, find(document, "inbound"), 2)).toEqual([]);
    expect(move(document, choose, find(document, "inbound"), 3)).toEqual([]);
  });
});

const documents = corpus();

/** All elements that hold elements; what a body holds is text of its own. */
function parents(document: XmlDocument): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement) => {
    const inner = element.name === "set-body" ? [] : elementsOf(element.children);
    if (inner.length > 0) found.push(element);
    inner.forEach(visit);
  };
  elementsOf(document.nodes).forEach(visit);
  return found;
}

test.skipIf(documents.length === 0)(
  `what is inserted into a real document and removed again leaves it as it was${noCorpus(documents)}`,
  () => {
    let done = 0;
    for (const { file, text } of documents) {
      const count = parents(parse(text).document).length;
      for (let nth = 0; nth < count; nth += 3) {
        const { document } = parse(text);
        const parent = parents(document)[nth] as XmlElement;
        const index = nth % (elementsOf(parent.children).length + 1);
        const inserted = applyEdits(text, insert(document, parent, index, '<trial name="x" />'));
        const again = parse(inserted);
        expect(again.diagnostics, file).toEqual([]);
        const trial = find(again.document, "trial");
        const removed = applyEdits(inserted, remove(again.document, trial));
        expect(removed, `${file}, ${parent.name}, ${index}`).toBe(text);
        done++;
      }
    }
    expect(done).toBeGreaterThan(500);
  },
);

test.skipIf(documents.length === 0)(
  `an edit of a real document touches nothing but its place${noCorpus(documents)}`,
  () => {
    for (const { file, text } of documents) {
      const { document } = parse(text);
      for (const element of parents(document).slice(0, 5)) {
        for (const { start, end, text: put } of setAttribute(element, "id", "@(\"a\" + '\\u0022')")) {
          const after = text.slice(0, start) + put + text.slice(end);
          const { document: edited, diagnostics } = parse(after);
          expect(diagnostics, file).toEqual([]);
          expect(after.length - text.length, file).toBe(put.length - (end - start));
          expect(edited.source, file).toBe(after);
        }
      }
    }
  },
);
