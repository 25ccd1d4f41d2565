import type { Exchange } from "@/policy/exchange";
import { isJsonType, isXmlType } from "@/policy/kits/content/media-type";
import { transformationFailed } from "@/policy/kits/content/transformation-failed";
import { runWork } from "@/policy/kits/worker/run-work";
import { WorkFailed } from "@/policy/kits/worker/work-failed";
import type { LiquidWork, SeenExchange } from "./render-work";

/** Reading a longer body as JSON or XML would hold up everybody else. */
const smallLength = 64 * 1024;
/** For reading the body and carrying out the template, which has a limit of its own besides. */
const longestMs = 10_000;

/**
 * What a template says of a large body, by a worker thread. null where it is said here: a body is small, or only a text;
 * nothing may wait, since a call is being made ready; or the template may look at variables that are objects, which
 * cannot go there.
 */
export function renderLarge(
  source: string,
  exchange: Exchange,
  work: Omit<LiquidWork, "seen" | "source">,
): Promise<string> | null {
  const { text, contentType, template } = work;
  if (text.length <= smallLength || exchange.call !== null) return null;
  if (!isXmlType(contentType) && !isJsonType(contentType)) return null;
  const seen = seenOf(exchange, template);
  if (seen === null) return null;
  return runWork("render-liquid", { ...work, source, seen }, longestMs).then(
    (outcome) => {
      if (outcome.kind === "said") return outcome.text;
      throw transformationFailed(source, outcome.message);
    },
    (error: unknown) => {
      throw error instanceof WorkFailed ? transformationFailed(source, told(error), error) : error;
    },
  );
}

function told({ reason, message }: WorkFailed): string {
  if (reason === "busy") return "Too many templates are waiting already.";
  return reason === "failed" ? message : "The body is too large for the template.";
}

/** Every way to the variables names them, or reckons a member's name. */
const mayReadVariables = (template: string): boolean => /variables|context\s*\[/i.test(template);

function seenOf(exchange: Exchange, template: string): SeenExchange | null {
  const { request, response, target, api, operation, product, subscription, user } = exchange;
  const variables = mayReadVariables(template) ? exchange.variables : new Map<string, unknown>();
  for (const value of variables.values()) if (typeof value === "object" && value !== null) return null;
  const named = (facts: { id: string; name: string } | null) =>
    facts === null ? null : { id: facts.id, name: facts.name };
  const { method, scheme, hostName, port, path, query, clientAddress, body, headers } = request;
  return {
    requestId: exchange.requestId,
    request: { method, scheme, hostName, port, path, query, clientAddress, lines: headers.lines, body: body.kind },
    certificate: /certificates|request\s*\[/i.test(template) ? request.clientCertificate() : null,
    response: response === null ? null : { ...facts(response), lines: response.headers.lines },
    target: { baseUrl: target.baseUrl, path: target.path, query: target.query },
    api: named(api),
    operation: named(operation),
    product: named(product),
    subscription: named(subscription),
    email: user?.email ?? null,
    matchedParameters: new Map(exchange.matchedParameters),
    variables: new Map(variables),
  };
}

const facts = ({ status, reason }: { status: number; reason: string }) => ({ status, reason });
