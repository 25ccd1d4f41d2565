import { expect, test } from "vitest";
import { elementAround, elementAt, pathOf } from "./element-path";
import { elementsOf, type XmlElement } from "./nodes";
import { parse } from "./parse";

const source = `<policies><inbound><base /><choose><when condition="a"><trace /><trace /></when><when condition="b"/></choose></inbound></policies>`;
const { document } = parse(source);
const all = (element: XmlElement): XmlElement[] => [element, ...elementsOf(element.children).flatMap(all)];

test("each element has a path of its own, and the path leads back to it", () => {
  const elements = elementsOf(document.nodes).flatMap(all);
  const paths = elements.map((element) => pathOf(document, element));
  expect(paths).toEqual([
    "",
    "inbound[1]",
    "inbound[1]/base[1]",
    "inbound[1]/choose[1]",
    "inbound[1]/choose[1]/when[1]",
    "inbound[1]/choose[1]/when[1]/trace[1]",
    "inbound[1]/choose[1]/when[1]/trace[2]",
    "inbound[1]/choose[1]/when[2]",
  ]);
  for (const [at, path] of paths.entries()) expect(elementAt(document, path as string)).toBe(elements[at]);
});

test("a path that leads nowhere has no element, and neither has an element of another document a path", () => {
  for (const path of ["outbound[1]", "inbound[2]", "inbound[1]/", "inbound", "inbound[0]"]) {
    expect(elementAt(document, path)).toBeNull();
  }
  expect(pathOf(document, elementsOf(parse("<a/>").document.nodes)[0] as XmlElement)).toBeNull();
});

test("the innermost element around an offset", () => {
  expect(elementAround(document, source.indexOf('condition="b"'))?.attributes[0]?.value).toBe("b");
  expect(elementAround(document, 0)?.name).toBe("policies");
  expect(elementAround(document, source.length)).toBeNull();
});
