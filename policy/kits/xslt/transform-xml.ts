import { hasDocumentType, xmlText } from "@/policy/kits/xsd/xml-text";
import { TransformationError, XsltProcessor } from "./xslt-processor";

export interface XmlTransformation {
  readonly stylesheet: string;
  readonly body: Uint8Array;
  /** What the Content-Type says; null: the document says it itself. */
  readonly charset: string | null;
  readonly parameters: readonly (readonly [string, string])[];
}
export type TransformationOutcome =
  | { readonly kind: "done" /** UTF-8 */; readonly content: Uint8Array }
  | { readonly kind: "failed"; readonly message: string };

let processor: XsltProcessor | null = null;

/** A task for a worker thread: a stylesheet takes what time it takes. */
export async function transformXml(work: XmlTransformation): Promise<TransformationOutcome> {
  const text = textOf(work);
  if (text === null) return failed("The body is not in the encoding that it declares.");
  if (hasDocumentType(text)) return failed("The body has a document type, which is prohibited.");
  processor ??= await XsltProcessor.start();
  try {
    return { kind: "done", content: processor.transform(work.stylesheet, text, work.parameters) };
  } catch (error) {
    if (error instanceof TransformationError) return failed(error.message);
    // What breaks off inside the module leaves it unusable.
    processor = null;
    const tooDeep = error instanceof RangeError;
    return failed(
      tooDeep ? "The stylesheet recurses too deeply." : "The stylesheet needs more memory than it may use.",
    );
  } finally {
    if (processor?.isSpent) processor = null;
  }
}

const failed = (message: string): TransformationOutcome => ({ kind: "failed", message });

function textOf({ body, charset }: XmlTransformation): string | null {
  if (charset === null) return xmlText(body);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch {
    return xmlText(body);
  }
}
