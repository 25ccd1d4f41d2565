import { contentOf, namedValuesOf, partsOf } from "./catalog/content";
import type { ScopeName, Section } from "./exchange";
import { putNamedValues } from "./named-values";
import type { PolicyNode } from "./policy-node";
import { attributeOf, elementsOf, type XmlElement } from "./xml/nodes";
import { parse } from "./xml/parse";

/** One document of the chain global, product, api, operation, read but not yet joined with the others. */
export interface ScopePolicy {
  scope: ScopeName;
  documentId: string;
  /** What each section holds; a missing section holds nothing, and so inherits nothing. */
  sections: Record<Section, readonly ScopeItem[]>;
}
/** "base" stands where the next wider scope's section goes. */
export type ScopeItem = PolicyNode | "base";

export type EffectivePolicy = Record<Section, readonly PolicyNode[]>;

export interface ScopeSources {
  /** A fragment's text and document id; undefined when there is none. */
  fragment(id: string): { documentId: string; text: string } | undefined;
  /** undefined: no such named value, and the placeholder stays. null: it exists and cannot be read. */
  namedValue(name: string): string | null | undefined;
}

/** What the gateway does where no global document exists. */
export const defaultGlobalPolicy =
  "<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>";

/** Reads one scope's document; throws a FragmentMissing for a fragment that does not exist. */
export function readScopePolicy(
  text: string,
  scope: ScopeName,
  documentId: string,
  sources: ScopeSources,
): ScopePolicy {
  const [root] = elementsOf(parse(text).document.nodes);
  const reader = new Reader(scope, sources);
  const section = (name: Section) => {
    const element = elementsOf(root?.children ?? []).find((child) => child.name === name);
    return element === undefined ? [] : reader.items(elementsOf(element.children), documentId, "");
  };
  const sections = {
    inbound: section("inbound"),
    backend: section("backend"),
    outbound: section("outbound"),
    "on-error": section("on-error"),
  };
  return { scope, documentId, sections };
}

/** Joins the documents of the scopes that have one, widest first: each `<base/>` becomes the wider scope's section. */
export function effectivePolicy(chain: readonly ScopePolicy[]): EffectivePolicy {
  const section = (name: Section) =>
    chain.reduce<readonly PolicyNode[]>(
      (wider, policy) => policy.sections[name].flatMap((item) => (item === "base" ? wider : [item])),
      [],
    );
  return {
    inbound: section("inbound"),
    backend: section("backend"),
    outbound: section("outbound"),
    "on-error": section("on-error"),
  };
}

export class FragmentMissing extends Error {
  constructor(readonly fragmentId: string) {
    super(`Policy fragment '${fragmentId}' could not be found.`);
  }
}

class Reader {
  constructor(
    private readonly scope: ScopeName,
    private readonly sources: ScopeSources,
  ) {}

  items(elements: readonly XmlElement[], documentId: string, path: string, isFragment = false): ScopeItem[] {
    const counts = new Map<string, number>();
    return elements.flatMap((element): ScopeItem[] => {
      const count = (counts.get(element.name) ?? 0) + 1;
      counts.set(element.name, count);
      const here = `${path}${element.name}[${count}]`;
      if (element.name === "base") return ["base"];
      // A fragment cannot hold a fragment: an include inside one inserts nothing instead of recursing.
      if (element.name === "include-fragment") return isFragment ? [] : this.fragment(element, here);
      return [this.node(element, documentId, here, isFragment)];
    });
  }

  private node(element: XmlElement, documentId: string, path: string, isFragment: boolean): PolicyNode {
    const put = (value: string) => putNamedValues(value, (name) => this.sources.namedValue(name) ?? undefined);
    return {
      name: element.name,
      attributes: new Map(element.attributes.map(({ name, value }) => [name, put(value)])),
      // base is refused inside other policies when a document is checked; here it can only mean nothing.
      children: this.items(partsOf(element), documentId, `${path}/`, isFragment).filter((item) => item !== "base"),
      text: put(contentOf(element)),
      origin: { scope: this.scope, documentId, span: element.span, path },
      unreadable: namedValuesOf(element).find((name) => this.sources.namedValue(name) === null) ?? null,
    };
  }

  private fragment(element: XmlElement, path: string): PolicyNode[] {
    const id = attributeOf(element, "fragment-id")?.value ?? "";
    const found = this.sources.fragment(id);
    if (found === undefined) throw new FragmentMissing(id);
    const [root] = elementsOf(parse(found.text).document.nodes);
    if (root === undefined) return [];
    return this.items(elementsOf(root.children), found.documentId, `${path}/`, true).filter((item) => item !== "base");
  }
}

/** What a resolver's document holds, which has no sections: its data source. */
export function readResolverPolicy(
  text: string,
  scope: ScopeName,
  documentId: string,
  sources: ScopeSources,
): PolicyNode[] {
  const roots = elementsOf(parse(text).document.nodes);
  return new Reader(scope, sources).items(roots, documentId, "").filter((item) => item !== "base");
}
