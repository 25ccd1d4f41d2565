import type { XmlDocument, XmlElement, XmlLibError } from "libxml2-wasm";
import {
  type CheckOutcome,
  conforms,
  mostProblems,
  type Problem,
  unusable,
  wrong,
} from "@/policy/kits/validation/check-outcome";
import { hasDocumentType, xmlText } from "./xml-text";
import { parseXml, SchemaUnusable, XsdSchemas } from "./xsd-schemas";

export interface XmlCheck {
  readonly body: Uint8Array;
  /** The schema, and those that it includes or imports by "/schemas/name"; null: the body only has to be XML. */
  readonly schema: { readonly text: string; readonly others: ReadonlyMap<string, string> } | null;
  /** The name of the element that is to be there; null: any that the schema declares. */
  readonly element: string | null;
  /** Which SOAP the body is in; null: none, the document itself is checked. */
  readonly soap: "1.1" | "1.2" | null;
}

const envelopes = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
} as const;

const schemas = new XsdSchemas();

/** Checks a body against an XML schema: a task for a worker thread, since it takes what time it takes. */
export async function checkXml(check: XmlCheck): Promise<CheckOutcome> {
  const library = await import("libxml2-wasm");
  const text = xmlText(check.body);
  if (text === null) return wrong(at0("The body is not in the encoding that it declares."));
  if (hasDocumentType(text)) return wrong(at0("The body has a document type, which is prohibited."));
  let document: XmlDocument;
  try {
    document = parseXml(library, text, null);
  } catch (error) {
    return wrong(...problemsOf(error as XmlLibError));
  }
  try {
    return checkDocument(library, document, check);
  } catch (error) {
    if (error instanceof SchemaUnusable) return unusable(error.message);
    if (error instanceof library.XmlValidateError) return wrong(...problemsOf(error));
    throw error;
  } finally {
    document.dispose();
  }
}

function checkDocument(
  library: typeof import("libxml2-wasm"),
  document: XmlDocument,
  { schema, element, soap }: XmlCheck,
): CheckOutcome {
  const payload = soap === null ? [document.root] : payloadOf(document.root, envelopes[soap]);
  if (typeof payload === "string") return wrong(at0(payload));
  if (schema === null) return conforms;
  const compiled = schemas.compiled(library, schema.text, schema.others);
  for (const each of payload) {
    if (soap !== null && each.name === "Fault" && each.namespaceUri === envelopes[soap]) continue;
    if (element !== null) {
      const kind = compiled.kindOf(element);
      if (kind === "none") return { kind: compiled.isEmpty ? "no-definitions" : "no-definition" };
      if (kind === "element" && each.name !== element) {
        return wrong({
          message: `The element '${each.name}' stands where '${element}' is expected.`,
          ...placeOf(each),
        });
      }
    }
    if (soap === null) compiled.validator.validate(document);
    else compiled.validator.validate(each);
  }
  return conforms;
}

/** What stands in the SOAP body; a text where there is none. */
function payloadOf(root: XmlElement, namespace: string): XmlElement[] | string {
  if (root.name !== "Envelope" || root.namespaceUri !== namespace) {
    return `The document is no SOAP envelope of ${namespace}.`;
  }
  const body = elementsIn(root).find(({ name, namespaceUri }) => name === "Body" && namespaceUri === namespace);
  if (body === undefined) return "The SOAP envelope has no body.";
  const payload = elementsIn(body);
  return payload.length === 0 ? "The SOAP body is empty." : payload;
}

const elementsIn = (parent: XmlElement): XmlElement[] => parent.find("*") as XmlElement[];

const at0 = (message: string): Problem => ({ message, line: 0, position: 0 });
const placeOf = ({ line }: XmlElement) => ({ line, position: 0 });

const problemsOf = ({ details, message }: XmlLibError): Problem[] =>
  details.length === 0
    ? [at0(message)]
    : details.slice(0, mostProblems).map((detail) => ({
        message: detail.message.trim(),
        line: detail.line,
        position: detail.col,
      }));
