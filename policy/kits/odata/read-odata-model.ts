import type { XmlElement } from "libxml2-wasm";
import { hasDocumentType } from "@/policy/kits/xsd/xml-text";
import { parseXml } from "@/policy/kits/xsd/xsd-schemas";
import type { OdataModel, OdataProperty, OdataType } from "./odata-model";

interface Draft {
  readonly entitySets: Map<string, string>;
  readonly singletons: Map<string, string>;
  readonly imports: Map<string, string | null>;
  readonly types: Map<string, OdataType>;
  readonly operations: Set<string>;
}

/** Reads a $metadata document (CSDL as XML): a task for a worker thread, since those of large services have megabytes. */
export async function readOdataModel(text: string): Promise<OdataModel> {
  if (hasDocumentType(text)) throw new Error("The $metadata document has a document type, which is prohibited.");
  const library = await import("libxml2-wasm");
  const document = parseXml(library, text.replace(/^\uFEFF/, ""), null);
  try {
    const draft: Draft = {
      entitySets: new Map(),
      singletons: new Map(),
      imports: new Map(),
      types: new Map(),
      operations: new Set(),
    };
    for (const schema of schemasIn(document.root)) readSchema(schema, draft);
    if (draft.types.size === 0) throw new Error("The $metadata document declares no types.");
    return draft;
  } finally {
    document.dispose();
  }
}

/** Edmx holds DataServices holds Schema; some documents begin with the Schema. */
function schemasIn(root: XmlElement): XmlElement[] {
  if (root.name === "Schema") return [root];
  return childrenOf(root).flatMap((each) => (each.name === "Schema" ? [each] : childrenOf(each, "Schema")));
}

const childrenOf = (parent: XmlElement, name?: string): XmlElement[] =>
  (parent.find("*") as XmlElement[]).filter((each) => name === undefined || each.name === name);
const attribute = (element: XmlElement, name: string): string | null => element.attr(name)?.value ?? null;

function readSchema(schema: XmlElement, draft: Draft): void {
  const namespace = attribute(schema, "Namespace") ?? "";
  const alias = attribute(schema, "Alias");
  const names = alias === null ? [namespace] : [namespace, alias];
  const resolve = (name: string): string =>
    alias !== null && name.startsWith(`${alias}.`) ? `${namespace}${name.slice(alias.length)}` : name;
  for (const each of childrenOf(schema)) {
    const name = attribute(each, "Name") ?? "";
    if (each.name === "EntityType" || each.name === "ComplexType") {
      for (const prefix of names) draft.types.set(`${prefix}.${name}`, typeOf(each, resolve));
    } else if (each.name === "Function" || each.name === "Action") {
      for (const prefix of names) draft.operations.add(`${prefix}.${name}`);
    } else if (each.name === "EntityContainer") readContainer(each, draft, resolve);
  }
}

function readContainer(container: XmlElement, draft: Draft, resolve: (name: string) => string): void {
  for (const each of childrenOf(container)) {
    const name = attribute(each, "Name") ?? "";
    if (each.name === "EntitySet") draft.entitySets.set(name, resolve(attribute(each, "EntityType") ?? ""));
    else if (each.name === "Singleton") draft.singletons.set(name, resolve(attribute(each, "Type") ?? ""));
    else if (each.name === "FunctionImport" || each.name === "ActionImport") {
      const set = attribute(each, "EntitySet");
      draft.imports.set(name, set === null ? null : (draft.entitySets.get(set) ?? null));
    }
  }
}

function typeOf(element: XmlElement, resolve: (name: string) => string): OdataType {
  const properties = new Map<string, OdataProperty>();
  for (const each of childrenOf(element)) {
    const isNavigation = each.name === "NavigationProperty";
    if (!isNavigation && each.name !== "Property") continue;
    const written = attribute(each, "Type") ?? "";
    const inner = /^Collection\((.+)\)$/.exec(written)?.[1];
    const type = resolve(inner ?? written);
    properties.set(attribute(each, "Name") ?? "", { type, isCollection: inner !== undefined, isNavigation });
  }
  const base = attribute(element, "BaseType");
  return { base: base === null ? null : resolve(base), isOpen: attribute(element, "OpenType") === "true", properties };
}
