import { encodeAttribute } from "@/policy/xml/entities";
import { elementsOf, type XmlElement, type XmlNode } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { print } from "@/policy/xml/print";

const values = [
  ...["", " ", "x", "a b", "a/b", "a@b", "@", "日", "\r\n", "\u0001", "<a/>", "constructor", "copy", "liquid"],
  ...["0", "-1", "1.5", "1e999", "99999999999", " TRUE ", "10.0.0.1", "abcde", "c2VjcmV0", "http://", "ftp://a"],
  ...['@("")', '@("a b")', '@("new")', "@(1)", "@(null)", "@(context.RequestId)", "@(context.Variables)"],
  ...["{{", "{x}", "{%", "{% foo %}", "{{ x | }}", "(", "[", "*", "$."],
];

/**
 * The documents with one thing changed: every attribute and every text has each awkward value, every attribute and
 * every child is missing once, and every child is there twice. What stands the same way in several is changed in one.
 */
export function* withAwkwardValues(documents: readonly string[]): Generator<string> {
  const seen = new Set<string>();
  for (const text of documents) {
    const { document } = parse(text);
    for (const [element, place] of placesIn(document.nodes, "")) {
      const names = element.attributes.map(({ name }) => name).sort();
      const kind = `${place} ${names} ${elementsOf(element.children).map(({ name }) => name)}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      for (const _ of changesOf(element)) yield print(document);
    }
  }
}

const sections = /^(policies|inbound|backend|outbound|on-error|choose|when|otherwise)$/;

/** Each with its name and those of the elements around it, as far as the same policy goes. */
function* placesIn(nodes: readonly XmlNode[], around: string): Generator<[XmlElement, string]> {
  for (const element of elementsOf(nodes)) {
    const place = `${around}/${element.name}`;
    yield [element, place];
    yield* placesIn(element.children, sections.test(element.name) ? "" : place);
  }
}

/** The element is changed each time the generator yields, and as it was when it ends. */
function* changesOf(element: XmlElement): Generator<void> {
  const { attributes, children, selfClosing, closing } = element;
  const span = { start: 0, end: 0 };
  for (const attribute of attributes) {
    const others = attributes.filter((each) => each !== attribute);
    element.attributes = others;
    yield;
    for (const value of values) {
      element.attributes = [...others, { ...attribute, value, raw: encodeAttribute(value, '"'), quote: '"' }];
      yield;
    }
  }
  element.attributes = attributes;
  for (const child of children) {
    element.children = children.filter((each) => each !== child);
    yield;
    element.children = [...children, child];
    yield;
  }
  Object.assign(element, { selfClosing: false, closing: `</${element.name}>` });
  for (const value of values) {
    element.children = [{ kind: "text", raw: encodeAttribute(value, '"'), value, span }];
    yield;
  }
  Object.assign(element, { children, selfClosing, closing });
}
