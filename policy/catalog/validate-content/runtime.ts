import { fixedOptional, partsNamed, type Runtime, read, required, type Value } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import type { RepresentationDescription } from "@/policy/host/resources";
import { inflateUpTo, NotInflatable } from "@/policy/kits/message/inflate-up-to";
import { Findings } from "@/policy/kits/validation/findings";
import { mediaType } from "@/policy/kits/validation/media-type";
import { type Message, messageOf } from "@/policy/message";
import { appliesTo, type ContentCheck, compileContentCheck, runContentCheck } from "./content-check";
import { type ContentTypeOf, compileContentTypes } from "./content-types";
import { notValidated, type Subject, sizeExceeded, unspecifiedType } from "./outcomes";

/** What a check looks into at most, whatever max-size says; Azure's own schemas end there too. */
const mostBytes = 4 * 1024 * 1024;

interface Options {
  readonly policy: string;
  readonly side: "request" | "response";
  readonly variable: string | null;
  readonly unspecified: Value<string>;
  readonly maxSize: Value<number>;
  readonly sizeExceeded: Value<string>;
  readonly typeOf: ContentTypeOf;
  readonly checks: readonly ContentCheck[];
}

export const runtime: Runtime = {
  compile(node, context) {
    const action = (name: string) => required(node, name, context.text(node, name));
    const options: Options = {
      policy: node.name,
      side: context.message === "request" ? "request" : "response",
      variable: fixedOptional(node, context.text(node, "errors-variable-name")),
      unspecified: action("unspecified-content-type-action"),
      maxSize: required(node, "max-size", context.integer(node, "max-size")),
      sizeExceeded: action("size-exceeded-action"),
      typeOf: compileContentTypes(node, context),
      checks: partsNamed(node, "content").map((each) => compileContentCheck(each, context)),
    };
    return (exchange) => validate(exchange, options);
  },
};

function validate(exchange: Exchange, options: Options): Flow | Promise<Flow> {
  const { side } = options;
  const message = messageOf(exchange, side);
  const header = message.headers.get("content-type");
  const described = representationsOf(exchange, side);
  if (header === undefined && hasNoBody(exchange, message, described)) return proceed;
  const type = options.typeOf(exchange, header);
  const representation = described.find(({ contentType }) => mediaType(contentType) === type) ?? null;
  const checks = options.checks.filter((check) => appliesTo(check, exchange, type, representation !== null));
  return validateContent(exchange, options, message, { side, type }, representation, checks);
}

async function validateContent(
  exchange: Exchange,
  options: Options,
  message: Message,
  subject: Subject,
  representation: RepresentationDescription | null,
  checks: readonly ContentCheck[],
): Promise<Flow> {
  const findings = new Findings(exchange, options.policy, options.variable, options.side);
  const maxSize = read(options.maxSize, exchange);
  const sizeAction = read(options.sizeExceeded, exchange);
  let body: Uint8Array | null = null;
  // A length that is announced saves reading what would be refused anyway.
  const announced = message.headers.has("content-encoding") ? null : message.body.length;
  if (announced !== null && announced > maxSize) findings.add(sizeExceeded(subject, announced, maxSize), sizeAction);
  else body = await readBody(message, Math.min(maxSize, mostBytes), subject, findings, sizeAction, maxSize);
  findings.settle();
  if (representation === null && checks.length === 0) {
    findings.add(unspecifiedType(subject), read(options.unspecified, exchange));
    findings.settle();
  }
  for (const check of checks) {
    if (body === null) {
      // Too large, and that is let pass: nothing is said of its content, unless it may not be looked at anyway.
      if (sizeAction === "ignore") break;
      body = await readBody(message, mostBytes, subject, findings, read(check.action, exchange), maxSize);
      findings.settle();
      if (body === null) continue;
    }
    await runContentCheck(check, exchange, subject, representation, body, findings);
    findings.settle();
  }
  return proceed;
}

/** null: it is larger, or not in the coding that it says. */
async function readBody(
  message: Message,
  maxBytes: number,
  subject: Subject,
  findings: Findings,
  action: string,
  maxSize: number,
): Promise<Uint8Array | null> {
  const bytes = await message.body.bytes();
  try {
    const body = await inflateUpTo(bytes, message.headers.get("content-encoding"), maxBytes);
    if (body !== null) return body;
    if (maxBytes < maxSize) findings.add(notValidated(subject, `It is longer than ${maxBytes} bytes.`), action);
    else
      findings.add(
        sizeExceeded(subject, message.headers.has("content-encoding") ? null : bytes.byteLength, maxSize),
        action,
      );
  } catch (error) {
    if (!(error instanceof NotInflatable)) throw error;
    findings.add(notValidated(subject, error.message), action);
  }
  return null;
}

function representationsOf(exchange: Exchange, side: "request" | "response"): readonly RepresentationDescription[] {
  const description = exchange.resources.description();
  if (description === null) return [];
  if (side === "request") return description.request.representations;
  const status = exchange.response?.status;
  return description.responses.find(({ statusCode }) => statusCode === status)?.representations ?? [];
}

/** Nothing was sent, and nothing had to be. */
function hasNoBody(
  { request, response }: Exchange,
  { body }: Message,
  described: readonly RepresentationDescription[],
): boolean {
  const isEmpty = body.kind === "none" || body.length === 0;
  const isBodiless = response !== null && (request.method === "HEAD" || [204, 205, 304].includes(response.status));
  return isEmpty && (described.length === 0 || isBodiless);
}
