import { type CompileContext, fixedOptional, read } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { readText } from "@/policy/kits/content/read-content";
import { bodyValue } from "@/policy/kits/liquid/body-value";
import { LiquidProblem, type LiquidTemplate, parseLiquidLeniently } from "@/policy/kits/liquid/liquid-template";
import { scopeOf } from "@/policy/kits/liquid/scope-of";
import { messageOf } from "@/policy/message";
import type { PolicyNode } from "@/policy/policy-node";

export type MessageText = (exchange: Exchange) => string | Promise<string>;

const options = { parseDate: false, nilIsNull: false };

/** What is written in an element: a text, an expression, or a Liquid template where the policy's `template` says so. */
export function messageText(policy: PolicyNode, element: PolicyNode, context: CompileContext): MessageText {
  if (fixedOptional(policy, context.text(policy, "template"))?.toLowerCase() !== "liquid") {
    const text = context.content(element);
    return (exchange) => read(text, exchange);
  }
  const source = policy.name;
  const template = parseLiquidLeniently(element.text);
  const usesBody = /\bbody\b/.test(element.text);
  const { message } = context;
  return (exchange) => {
    const around = messageOf(exchange, message);
    const text = usesBody && around.body.kind !== "none" ? readText(around, source) : "";
    const render = (body: string) =>
      rendered(
        template,
        scopeOf(exchange, bodyValue(body, around.headers.get("content-type"), options, source), options),
        source,
      );
    return typeof text === "string" ? render(text) : text.then(render);
  };
}

function rendered(template: LiquidTemplate, scope: object, source: string): string {
  try {
    return template.render(scope);
  } catch (cause) {
    if (!(cause instanceof LiquidProblem)) throw cause;
    const message = `The Liquid template failed: ${cause.message}`;
    throw new Fault({ source, reason: "TemplateFailure", status: 500, message, cause });
  }
}
