import { allDefinitions } from "@/policy/catalog/definitions";
import { encodeAttribute } from "@/policy/xml/entities";
import { elementsOf, type XmlElement, type XmlNode } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { print } from "@/policy/xml/print";
import type { Random } from "./random";

const pieces = [
  ...[
    "<",
    ">",
    "/>",
    "</",
    "&",
    "&amp;",
    "&#x3c;",
    '"',
    "'",
    "=",
    "@(",
    "@{",
    ")",
    "}",
    "{{",
    "{{name}}",
    "-->",
    "<!--",
  ],
  ...[
    "<![CDATA[",
    "]]>",
    "<?",
    "<!",
    "\n",
    "\r",
    "\t",
    " ",
    "\0",
    "\ud800",
    "日",
    "true",
    "false",
    "-1",
    "0",
    "99999999999",
  ],
  ...["@(true)", "@(x)", "<base />", "<include-fragment fragment-id='shared' />", "<choose>", "</choose>", "<value>"],
  ...[' id="x"', ' name="A"', ' condition="true"', "constructor", "__proto__", "override", " delete ", "TRUE", "dapr"],
];

/** One to four accidents, to the characters or to the tree. */
export function mutated(random: Random, originals: readonly string[]): string {
  return random.chance(0.3) ? mutatedText(random, originals) : mutatedTree(random, originals);
}

/** A stretch goes, comes twice, moves, is exchanged with another document's, or gets something in it. */
function mutatedText(random: Random, originals: readonly string[]): string {
  let text = random.of(originals);
  for (let count = random.below(4); count >= 0; count--) {
    const [start, end] = stretch(random, text);
    const part = text.slice(start, end);
    const at = random.below(text.length + 1);
    const other = random.of(originals);
    const [from, to] = stretch(random, other);
    const choices = [
      () => text.slice(0, start) + text.slice(end),
      () => text.slice(0, at) + part + text.slice(at),
      () => text.slice(0, start) + other.slice(from, to) + text.slice(end),
      () => text.slice(0, at) + random.of(pieces) + text.slice(at),
      () => text.slice(0, start) + random.of(pieces) + text.slice(end),
      () => text.slice(0, at),
    ];
    text = random.of(choices)();
  }
  return text;
}

/** Half the time what markup holds together: a tag, an attribute, a value or a text. */
function stretch(random: Random, text: string): [number, number] {
  const start = random.below(text.length + 1);
  if (random.chance(0.5)) return [start, Math.min(text.length, start + random.below(40))];
  const part = random.of([/<[^<>]*>/g, / [\w-]+="[^"]*"/g, /"[^"]*"/g, />[^<]*</g, /<(\w[\w-]*)[^<>]*>[^<]*<\/\1>/g]);
  part.lastIndex = start;
  const found = part.exec(text);
  return found === null ? [start, start] : [found.index, found.index + found[0].length];
}

const names = [
  ...allDefinitions.map(({ name }) => name),
  "value",
  "when",
  "otherwise",
  "inbound",
  "on-error",
  "quota",
  "x",
];
const attributes = [
  ...new Set(allDefinitions.flatMap((definition) => Object.keys(definition.attributes))),
  "condition",
  "x",
];
const values = [
  ...[
    "",
    " ",
    "true",
    " TRUE ",
    "0",
    "-1",
    "7",
    "418",
    "1000",
    "2147483648",
    "1.5",
    "orders",
    "shared",
    "A",
    "B b",
    "Content-Length",
  ],
  ...[
    "http://a.example",
    "HTTPS://b.example/c?d ",
    "ftp://c",
    "override",
    " append ",
    "2",
    "none",
    "liquid",
    "primary",
    "dapr",
  ],
  ...[
    "@(true)",
    " @( false ) ",
    "@(1)",
    "{{value}}",
    "@({{flag}})",
    "a{{name}}b",
    "{{nobody}}",
    "\r\n",
    "\u0001",
    "日",
    "constructor",
  ],
];

/** Stays well-formed: parts go, come twice, move, or get other names, attributes and values. */
function mutatedTree(random: Random, originals: readonly string[]): string {
  const { document } = parse(random.of(originals));
  const donor = parse(random.of(originals)).document;
  for (let count = random.below(3); count >= 0; count--) {
    const parents = [...everyElement(document.nodes)];
    if (parents.length === 0) break;
    const element = random.of(parents);
    const child = random.below(element.children.length + 1);
    const attribute = random.below(element.attributes.length + 1);
    const changes = [
      () => element.children.splice(child, 1),
      () => element.children.splice(child, 0, ...element.children.slice(0, random.below(3))),
      () => adopt(element, child, random.of([...everyElement(donor.nodes), element])),
      () => element.attributes.splice(attribute, 1),
      () => setAttribute(element, element.attributes[attribute]?.name ?? random.of(attributes), random.of(values)),
      () => setAttribute(element, random.of(attributes), random.of(values)),
      () => setContent(element, random.of(values)),
      () => rename(element, random.of(names)),
    ];
    random.of(changes)();
  }
  return print(document);
}

function* everyElement(nodes: readonly XmlNode[]): Generator<XmlElement> {
  for (const element of elementsOf(nodes)) {
    yield element;
    yield* everyElement(element.children);
  }
}

/** A copy, so that no element comes to stand in itself. */
function adopt(parent: XmlElement, at: number, child: XmlElement): void {
  parent.children.splice(at, 0, structuredClone(child));
  open(parent);
}

function setAttribute(element: XmlElement, name: string, value: string): void {
  const others = element.attributes.filter((attribute) => attribute.name !== name);
  const raw = encodeAttribute(value, '"');
  const span = { start: 0, end: 0 };
  element.attributes = [...others, { before: " ", name, equals: "=", quote: '"', raw, value, span, valueSpan: span }];
}

function setContent(element: XmlElement, value: string): void {
  const raw = encodeAttribute(value, '"');
  element.children = [{ kind: "text", raw, value, span: { start: 0, end: 0 } }];
  open(element);
}

function rename(element: XmlElement, name: string): void {
  element.name = name;
  if (element.closing !== "") element.closing = `</${name}>`;
}

function open(element: XmlElement): void {
  element.selfClosing = false;
  element.closing = `</${element.name}>`;
}
