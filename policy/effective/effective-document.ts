import { partsOf } from "@/policy/catalog/content";
import type { ScopeName, Section } from "@/policy/exchange";
import { attributeOf, elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { type LaidLine, layOutNodes } from "./lay-out-nodes";

/** One document of the chain, as its author wrote it. */
export interface ChainDocument {
  scope: ScopeName;
  /** Whom it belongs to: "/", "/apis/orders". */
  owner: string;
  /** The management API's path of the document; null for what the gateway does where there is none. */
  path: string | null;
  text: string;
}

export interface FragmentDocument {
  path: string;
  text: string;
}

/** Where a line of the effective document was written. */
export interface LineOrigin {
  /** In whose context it runs; a fragment runs in that of the document that includes it. */
  scope: ScopeName;
  owner: string;
  path: string | null;
  /** In that document, from 1. */
  line: number;
  offset: number;
  /** The fragment that it is part of, by its id. */
  fragment: string | null;
}

export interface EffectiveDocument {
  text: string;
  /** For each line of the text; null for the frame around what was written. */
  origins: readonly (LineOrigin | null)[];
}

export interface EffectiveOptions {
  /** undefined: there is no such fragment, and the place where it would be stays as it is. */
  fragment(id: string): FragmentDocument | undefined;
  /** Puts what fragments hold in the place where they are included. */
  expands: boolean;
}

const sections: readonly Section[] = ["inbound", "backend", "outbound", "on-error"];
const unit = "    ";

interface EffectiveLine {
  text: string;
  origin: LineOrigin | null;
}

/**
 * The documents of a chain, widest first, as the one that the gateway runs: each `<base />` is what the next wider scope
 * holds in that section, and a section that is missing holds nothing. Comments inside of sections stay.
 */
export function effectiveDocument(chain: readonly ChainDocument[], options: EffectiveOptions): EffectiveDocument {
  const writers = chain.map((document) => new SectionWriter(document, options));
  const frame = (text: string): EffectiveLine => ({ text, origin: null });
  const lines: EffectiveLine[] = [frame("<policies>")];
  for (const section of sections) {
    const held = writers.reduce<EffectiveLine[]>((wider, writer) => writer.lines(section, wider), []);
    if (held.length === 0) lines.push(frame(`${unit}<${section} />`));
    else lines.push(frame(`${unit}<${section}>`), ...held, frame(`${unit}</${section}>`));
  }
  lines.push(frame("</policies>"));
  return { text: lines.map(({ text }) => text).join("\n"), origins: lines.map(({ origin }) => origin) };
}

class SectionWriter {
  readonly #root: XmlElement | undefined;
  readonly #positions: Positions;

  constructor(
    private readonly document: ChainDocument,
    private readonly options: EffectiveOptions,
  ) {
    [this.#root] = elementsOf(parse(document.text).document.nodes);
    this.#positions = new Positions(document.text);
  }

  lines(section: Section, wider: readonly EffectiveLine[]): EffectiveLine[] {
    const element = elementsOf(this.#root?.children ?? []).find(({ name }) => name === section);
    if (element === undefined) return [];
    const { path } = this.document;
    return this.#laidOut(element, unit.repeat(2), { path, fragment: null, positions: this.#positions }, wider);
  }

  #laidOut(
    parent: XmlElement,
    indent: string,
    source: { path: string | null; fragment: string | null; positions: Positions },
    wider: readonly EffectiveLine[],
  ): EffectiveLine[] {
    const isFragment = source.fragment !== null;
    const told = ({ text, offset }: LaidLine): EffectiveLine => ({
      text,
      origin: {
        scope: this.document.scope,
        owner: this.document.owner,
        path: source.path,
        fragment: source.fragment,
        ...source.positions.at(offset),
      },
    });
    const laid = layOutNodes(parent.children, indent, (element, depth, above) => {
      // Inside of other policies base means nothing; there a check refuses it.
      if (element.name === "base") return above === null && !isFragment ? [{ outside: wider }] : [];
      if (element.name !== "include-fragment") return null;
      // A fragment holds no others: an include inside one inserts nothing.
      if (isFragment) return [];
      return this.#included(element, depth);
    });
    return laid.flatMap((line) => ("outside" in line ? line.outside : [told(line)]));
  }

  #included(element: XmlElement, indent: string): { outside: readonly EffectiveLine[] }[] | null {
    if (!this.options.expands) return null;
    const id = attributeOf(element, "fragment-id")?.value ?? "";
    const found = this.options.fragment(id);
    if (found === undefined) return null;
    const [root] = elementsOf(parse(found.text).document.nodes);
    const { scope, owner, path } = this.document;
    const origin: LineOrigin = { scope, owner, path, fragment: null, ...this.#positions.at(element.span.start) };
    // Two hyphens end a comment.
    const name = id.replaceAll("--", "- -").replace(/-$/, "- ");
    const mark = (text: string): EffectiveLine => ({ text: `${indent}<!-- ${text} -->`, origin });
    const positions = new Positions(found.text);
    const held =
      root === undefined ? [] : this.#laidOut(root, indent, { path: found.path, fragment: id, positions }, []);
    return [{ outside: [mark(`include-fragment ${name}`), ...held, mark(`/include-fragment ${name}`)] }];
  }
}

/** Lines and offsets of one text. */
class Positions {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): { line: number; offset: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, offset };
  }
}

/** The fragments that documents include, each once. */
export function fragmentsIncluded(texts: readonly string[]): string[] {
  const ids = new Set<string>();
  const collect = (element: XmlElement) => {
    if (element.name === "include-fragment") ids.add(attributeOf(element, "fragment-id")?.value ?? "");
    for (const part of partsOf(element)) collect(part);
  };
  for (const text of texts) for (const root of elementsOf(parse(text).document.nodes)) collect(root);
  ids.delete("");
  return [...ids];
}
