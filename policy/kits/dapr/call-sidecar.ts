import { textBody } from "@/policy/body";
import { type CompileContext, fixedOptional, read, required, type Value } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, type ResponseMessage } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import { BufferedResponse } from "@/policy/kits/message/buffered-response";
import type { PolicyNode } from "@/policy/policy-node";

/** What the policies of Dapr have in common. */
export interface SidecarOptions {
  readonly source: string;
  readonly timeoutSeconds: Value<number>;
  readonly ignoresErrors: boolean;
  readonly responseVariable: string | null;
}

export function sidecarOptions(node: PolicyNode, context: CompileContext): SidecarOptions {
  return {
    source: node.name,
    timeoutSeconds: required(node, "timeout", context.integer(node, "timeout")),
    ignoresErrors: fixedOptional(node, context.boolean(node, "ignore-error")) ?? false,
    responseVariable: fixedOptional(node, context.text(node, "response-variable-name")),
  };
}

/** One segment of a path: what a name holds is not to lead elsewhere in the sidecar. */
export const segment = (name: string): string =>
  encodeURIComponent(name).replace(/^\.{1,2}$/, (dots) => dots.replace(/\./g, "%2E"));

/** Posts to the sidecar. An answer that is an error fails the request with it, unless errors are ignored. */
export async function callSidecar(
  exchange: Exchange,
  options: SidecarOptions,
  path: string,
  body: string,
): Promise<Flow> {
  const { source, responseVariable, ignoresErrors } = options;
  const call = {
    url: path,
    method: "POST",
    headers: new Headers(["Content-Type", "application/json"]),
    body: textBody(body),
    clientCertificate: null,
    proxy: null,
  };
  const timeoutMs = read(options.timeoutSeconds, exchange) * 1000;
  let answer: ResponseMessage;
  try {
    answer = await exchange.host.send(exchange, call, { timeoutMs, followRedirects: false, source, toSidecar: true });
  } catch (error) {
    if (!ignoresErrors || !(error instanceof Fault)) throw error;
    exchange.trace?.note(source, { ignored: error.message });
    return proceed;
  }
  const { status, reason, headers } = answer;
  if (responseVariable !== null) {
    exchange.variables.set(responseVariable, new BufferedResponse(status, reason, headers, answer.body));
  }
  if (status < 400) return proceed;
  exchange.trace?.note(source, { status, ignored: ignoresErrors });
  if (ignoresErrors) return proceed;
  // Nothing in on-error makes another one: the client gets the sidecar's own answer.
  exchange.response = { status, reason, headers: new Headers([...headers.lines]), body: answer.body };
  throw new Fault({
    source,
    reason: "DaprError",
    status,
    message: `The Dapr sidecar answered with status code ${status}.`,
    keepsResponse: true,
  });
}
