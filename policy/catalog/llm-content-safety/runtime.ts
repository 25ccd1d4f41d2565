import { type CompileContext, partNamed, partsNamed, type Runtime, read, required } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { analyzeText, type Category, shieldPrompt, type TextRules } from "@/policy/kits/llm/content-safety-service";
import { promptText, readLlmRequest } from "@/policy/kits/llm/read-llm-request";
import { decodeText } from "@/policy/kits/message/decode-text";
import { decodedBytes } from "@/policy/kits/message/decoded-bytes";
import { NotInflatable } from "@/policy/kits/message/inflate-up-to";
import type { PolicyNode } from "@/policy/policy-node";

const source = "llm-content-safety";

export const runtime: Runtime = {
  compile(node, context) {
    const backendId = required(node, "backend-id", context.text(node, "backend-id"));
    const shields = required(node, "shield-prompt", context.boolean(node, "shield-prompt"));
    const readRules = compileRules(node, context);
    return async (exchange): Promise<Flow> => {
      const text = await textOf(exchange);
      if (text === "") return proceed;
      const url = serviceUrl(exchange, read(backendId, exchange));
      const rules = readRules(exchange);
      const service = { source, url };
      const findings = await Promise.all([
        rules.categories.length + rules.blocklists.length === 0 ? null : analyzeText(exchange, service, text, rules),
        read(shields, exchange) ? shieldPrompt(exchange, service, text) : null,
      ]);
      const found = findings.filter((finding) => finding !== null);
      exchange.trace?.note(source, { blocked: found.length > 0, findings: found });
      if (found.length === 0) return proceed;
      throw new Fault({
        source,
        reason: "ContentSafetyCheckFailed",
        status: 403,
        message: "Request failed content safety check.",
      });
    };
  },
};

/** Of a prompt, or whatever text is sent; twice where a model that does not heed its charset would read something else. */
async function textOf(exchange: Exchange): Promise<string> {
  const { body, headers } = exchange.request;
  const request = await readLlmRequest(exchange);
  const bytes = await decodedBytes(exchange.request).catch((error) => {
    if (error instanceof NotInflatable) return body.bytes();
    throw error;
  });
  const said = decodeText(bytes, headers.get("content-type"));
  const plain = decodeText(bytes, undefined);
  const text = request === null ? said : promptText(request);
  return (plain === said ? text : `${text}\n${plain}`).trim();
}

function serviceUrl({ resources }: Exchange, backendId: string): string {
  const url = resources.backend(backendId)?.url ?? null;
  if (url !== null) return url.replace(/\/+$/, "");
  const message = `The backend '${backendId}' of the content safety service has no URL.`;
  throw new Fault({ source, reason: "BackendNotFound", status: 500, message });
}

function compileRules(node: PolicyNode, context: CompileContext): (exchange: Exchange) => TextRules {
  const around = partNamed(node, "categories");
  const outputType = around === undefined ? null : context.text(around, "output-type");
  const categories = (around === undefined ? [] : partsNamed(around, "category")).map((part) => ({
    name: required(part, "name", context.text(part, "name")),
    threshold: required(part, "threshold", context.integer(part, "threshold")),
  }));
  const lists = partNamed(node, "blocklists");
  const blocklists = (lists === undefined ? [] : partsNamed(lists, "id")).map((part) => context.content(part));
  return (exchange) => ({
    outputType: outputType === null ? "FourSeverityLevels" : read(outputType, exchange),
    categories: categories.map(
      ({ name, threshold }): Category => ({ name: read(name, exchange), threshold: read(threshold, exchange) }),
    ),
    blocklists: blocklists.map((id) => read(id, exchange).trim()),
  });
}
