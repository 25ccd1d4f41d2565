import { CompileError, partNamed, partsNamed, type Runtime, read, required } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { isXmlType, mediaTypeOf } from "@/policy/kits/content/media-type";
import { putBytes } from "@/policy/kits/content/put-content";
import { readContent } from "@/policy/kits/content/read-content";
import { transformationFailed } from "@/policy/kits/content/transformation-failed";
import { charsetOf } from "@/policy/kits/message/charset-of";
import { runWork } from "@/policy/kits/worker/run-work";
import { WorkFailed } from "@/policy/kits/worker/work-failed";
import { encodeResult, encodingProblem } from "@/policy/kits/xslt/encode-result";
import { readStylesheet, type StylesheetOutput, withExsltNodeSet } from "@/policy/kits/xslt/stylesheet-output";
import type { TransformationOutcome, XmlTransformation } from "@/policy/kits/xslt/transform-xml";
import { type Message, messageOf } from "@/policy/message";
import type { PolicyNode } from "@/policy/policy-node";

const source = "xsl-transform";
const longestMs = 2_000;

export const runtime: Runtime = {
  compile(node, context) {
    const written = partNamed(node, "xsl:stylesheet") ?? partNamed(node, "xsl:transform");
    if (written === undefined) throw new CompileError(node, "The required element 'xsl:stylesheet' is missing.");
    const text = stylesheetText(written);
    const output = outputOf(text);
    if (typeof output === "string") {
      return () => {
        throw transformationFailed(source, output);
      };
    }
    const stylesheet = withExsltNodeSet(text);
    const parameters = partsNamed(node, "parameter").map((part) => ({
      name: required(part, "name", context.text(part, "name")),
      value: context.content(part),
    }));
    const { message } = context;
    return (exchange) => {
      const target = messageOf(exchange, message);
      if (target.body.kind === "none") return proceed;
      const values = parameters.map(({ name, value }) => [read(name, exchange), read(value, exchange)] as const);
      return transform(exchange, target, { stylesheet, parameters: values }, output);
    };
  },
};

/** An empty body stays empty. */
async function transform(
  exchange: Exchange,
  target: Message,
  work: Omit<XmlTransformation, "body" | "charset">,
  output: StylesheetOutput,
): Promise<Flow> {
  const body = await readContent(target, source);
  if (body.length === 0) return proceed;
  const charset = charsetOf(target.headers.get("content-type")) ?? null;
  const outcome = await runWork("transform-xml", { ...work, body, charset }, longestMs).catch(noAnswer);
  if (outcome.kind === "failed") throw transformationFailed(source, outcome.message);
  const { bytes, charset: sent } = encodeResult(outcome.content, output.encoding, output.method);
  putBytes(target, bytes);
  setContentType(target, output, sent);
  exchange.trace?.note(source, { message: "The body was transformed.", bytes: bytes.byteLength });
  return proceed;
}

function noAnswer(error: unknown): TransformationOutcome {
  if (!(error instanceof WorkFailed)) throw error;
  if (error.reason === "busy") {
    const message = "Too many transformations are waiting already.";
    throw new Fault({ source, reason: "TransformationFailed", status: 503, message, cause: error });
  }
  if (error.reason === "too-long") {
    return { kind: "failed", message: `The stylesheet took longer than ${longestMs} ms.` };
  }
  return { kind: "failed", message: "The stylesheet used more than it may, and was ended." };
}

/** What the result is sent as is not documented: what xsl:output says, or else what the message said, if that still holds. */
function setContentType({ headers }: Message, { mediaType, method }: StylesheetOutput, charset: string): void {
  const before = headers.get("content-type");
  const kept = isXmlType(before) ? mediaTypeOf(before) : "application/xml";
  const type = mediaType ?? (method === "html" ? "text/html" : method === "text" ? "text/plain" : kept);
  headers.set("Content-Type", `${type}; charset=${charset}`);
}

/** It is no policy: nothing in it is an expression. */
function stylesheetText({ name, attributes, text }: PolicyNode): string {
  const written = [...attributes].map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`);
  return `<${name}${written.join("")}>${text}</${name}>`;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };
const escaped = (value: string): string => value.replace(/[&<"]/g, (char) => escapes[char] as string);

/** What is written of it; a text says why the stylesheet cannot be used. */
function outputOf(stylesheet: string): StylesheetOutput | string {
  try {
    const { output, unsupported } = readStylesheet(stylesheet);
    if (unsupported !== null) {
      return `A stylesheet cannot use '${unsupported}' here: it has no code and no other documents.`;
    }
    return (output.encoding === null ? null : encodingProblem(output.encoding)) ?? output;
  } catch (error) {
    return `The stylesheet is no XML. ${(error as Error).message}`;
  }
}
