import { type CompileContext, fixedOptional } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, type Step } from "@/policy/exchange";
import { putText } from "@/policy/kits/content/put-content";
import { readText } from "@/policy/kits/content/read-content";
import { transformationFailed } from "@/policy/kits/content/transformation-failed";
import { graphqlInput } from "@/policy/kits/data-source/graphql-input";
import { bodyValue } from "@/policy/kits/liquid/body-value";
import { renderLarge } from "@/policy/kits/liquid/large-body";
import { LiquidProblem, type LiquidTemplate, parseLiquidLeniently } from "@/policy/kits/liquid/liquid-template";
import { templateFailed } from "@/policy/kits/liquid/render-work";
import { scopeOf } from "@/policy/kits/liquid/scope-of";
import type { ValueOptions } from "@/policy/kits/liquid/template-value";
import { type Message, messageOf } from "@/policy/message";
import type { PolicyNode } from "@/policy/policy-node";

/** A body made by a Liquid template, out of the body before it and the context. */
export function templateStep(node: PolicyNode, context: CompileContext): Step {
  const template = parseLiquidLeniently(node.text);
  const usesBody = /\bbody\b/.test(node.text);
  const options: ValueOptions = {
    // That texts stay as they are written unless it is asked for is not documented; it spares whoever only copies them.
    parseDate: fixedOptional(node, context.boolean(node, "parse-date")) === true,
    nilIsNull: fixedOptional(node, context.text(node, "xsi-nil")) === "null",
  };
  const { message } = context;
  const put = (exchange: Exchange, target: Message, text: string): Flow | Promise<Flow> => {
    // A request that a resolver makes has no body before; its template is given what the field was given.
    const isResolved = target === exchange.call && exchange.graphql !== undefined && exchange.graphql !== null;
    const contentType = target.headers.get("content-type");
    const said = renderLarge("set-body", exchange, { template: node.text, text, contentType, options });
    if (said !== null) return said.then((whole) => putSaid(target, whole));
    return putSaid(target, saidHere(exchange, target, template, text, options, isResolved));
  };
  return (exchange) => {
    const target = messageOf(exchange, message);
    const text = usesBody && target.body.kind !== "none" ? readText(target, "set-body") : "";
    return typeof text === "string" ? put(exchange, target, text) : text.then((read) => put(exchange, target, read));
  };
}

function putSaid(target: Message, said: string): Flow {
  putText(target, said);
  return proceed;
}

function saidHere(
  exchange: Exchange,
  target: Message,
  template: LiquidTemplate,
  text: string,
  options: ValueOptions,
  isResolved: boolean,
): string {
  const body = isResolved
    ? graphqlInput(exchange, options)
    : bodyValue(text, target.headers.get("content-type"), options, "set-body");
  return rendered(template, scopeOf(exchange, body, options));
}

function rendered(template: LiquidTemplate, scope: object): string {
  try {
    return template.render(scope);
  } catch (error) {
    if (error instanceof LiquidProblem) {
      throw transformationFailed("set-body", templateFailed(error), error);
    }
    throw error;
  }
}
