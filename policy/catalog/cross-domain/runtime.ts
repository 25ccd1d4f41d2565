import { textBody } from "@/policy/body";
import { type CompileContext, type Runtime, read, type Value } from "@/policy/catalog/compile";
import { type Exchange, proceed, respond } from "@/policy/exchange";
import { newResponse } from "@/policy/message";
import type { PolicyNode } from "@/policy/policy-node";

type Line = readonly (string | Value<string>)[];

/** Where the file is asked for, and as what it is sent, is not documented: Adobe's own conventions. */
export const runtime: Runtime = {
  compile(node, context) {
    const root = node.children.find(({ name }) => name === "cross-domain-policy");
    const lines = (root?.children ?? []).map((child) => line(child, context));
    return (exchange) => {
      const { method, path } = exchange.request;
      if ((method !== "GET" && method !== "HEAD") || path !== "/crossdomain.xml") return proceed;
      exchange.response = newResponse();
      exchange.response.headers.append("Content-Type", "text/x-cross-domain-policy");
      exchange.response.body = textBody(documentOf(lines, exchange));
      return respond;
    };
  },
};

const attributesOf: Readonly<Record<string, readonly string[]>> = {
  "site-control": ["permitted-cross-domain-policies"],
  "allow-access-from": ["domain", "secure"],
  "allow-http-request-headers-from": ["domain", "headers", "secure"],
};

function line(node: PolicyNode, context: CompileContext): Line {
  const parts: (string | Value<string>)[] = [`  <${node.name}`];
  for (const name of attributesOf[node.name] ?? []) {
    const value = node.attributes.has(name) ? context.text(node, name) : null;
    if (value !== null) parts.push(` ${name}="`, value, '"');
  }
  return [...parts, " />\n"];
}

const documentOf = (lines: readonly Line[], exchange: Exchange): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<!DOCTYPE cross-domain-policy SYSTEM "http://www.adobe.com/xml/dtds/cross-domain-policy.dtd">\n',
    "<cross-domain-policy>\n",
    ...lines.flatMap((parts) => parts.map((part) => (typeof part === "string" ? part : escaped(read(part, exchange))))),
    "</cross-domain-policy>",
  ].join("");

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };
const escaped = (value: string): string => value.replace(/[&<"]/g, (char) => escapes[char] as string);
