import type { XmlBufferInputProvider, XmlDocument, XmlElement, XmlLibError, XsdValidator } from "libxml2-wasm";
import { RecentlyUsed } from "@/lib/recently-used";
import { hasDocumentType } from "./xml-text";

type Library = typeof import("libxml2-wasm");

/** A schema that no content can be checked against. */
export class SchemaUnusable extends Error {}

export interface CompiledXsd {
  readonly validator: XsdValidator;
  /** Nothing is declared at all. */
  readonly isEmpty: boolean;
  /** Whether a name is an element's or a type's; null: another schema may declare it. */
  kindOf(name: string): "element" | "type" | "none" | null;
}

interface Kept extends CompiledXsd {
  readonly document: XmlDocument;
}

/** Compiled schemas, by their text. The library can open nothing but what it is handed here. */
export class XsdSchemas {
  readonly #kept = new RecentlyUsed<Kept>(50, 16 * 1024 * 1024, ({ validator, document }) => {
    validator.dispose();
    document.dispose();
  });
  #provider: XmlBufferInputProvider | null = null;

  compiled(library: Library, text: string, others: ReadonlyMap<string, string>): CompiledXsd {
    const key = others.size === 0 ? text : JSON.stringify([text, ...others]);
    return this.#kept.get(key, () => this.#compile(library, text, others));
  }

  #compile(library: Library, text: string, others: ReadonlyMap<string, string>): Kept {
    for (const each of [text, ...others.values()]) {
      if (hasDocumentType(each)) throw new SchemaUnusable("The schema has a document type, which is prohibited.");
    }
    const provider = this.#provider ?? this.#openProvider(library);
    const encoder = new TextEncoder();
    for (const [name, other] of others) provider.addBuffer(name, encoder.encode(other));
    let document: XmlDocument | null = null;
    try {
      document = parseXml(library, text, "/schemas/");
      const validator = library.XsdValidator.fromDoc(document);
      const declared = declaredIn(document.root);
      const isWhole = others.size === 0;
      return {
        validator,
        document,
        isEmpty: isWhole && declared.size === 0,
        kindOf: (name) => declared.get(name) ?? (isWhole ? "none" : null),
      };
    } catch (error) {
      document?.dispose();
      const first = (error as XmlLibError).details?.find(({ level }) => level > 1)?.message ?? (error as Error).message;
      throw new SchemaUnusable(first.trim());
    } finally {
      for (const name of others.keys()) provider.removeBuffer(name);
    }
  }

  #openProvider(library: Library): XmlBufferInputProvider {
    const provider = new library.XmlBufferInputProvider({});
    library.xmlRegisterInputProvider(provider);
    this.#provider = provider;
    return provider;
  }
}

function declaredIn(root: XmlElement): Map<string, "element" | "type"> {
  const declared = new Map<string, "element" | "type">();
  for (const each of root.find("*") as XmlElement[]) {
    const name = each.attr("name")?.value;
    if (name === undefined) continue;
    if (each.name === "element") declared.set(name, "element");
    else if (each.name === "complexType" || each.name === "simpleType") {
      if (!declared.has(name)) declared.set(name, "type");
    }
  }
  return declared;
}

/** No document is ever fetched, no entity put in; the text is Unicode already, whatever it says of its encoding. */
export function parseXml({ XmlDocument, ParseOption }: Library, text: string, url: string | null): XmlDocument {
  const option = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_IGNORE_ENC;
  return XmlDocument.fromString(text, url === null ? { option } : { option, url });
}
