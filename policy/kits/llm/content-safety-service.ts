import { textBody } from "@/policy/body";
import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import { isRecord, jsonIn } from "./read-llm-request";

/** Azure AI Content Safety, behind a backend whose credentials go along. */
export interface ContentSafetyService {
  readonly source: string;
  readonly url: string;
}
export interface Category {
  readonly name: string;
  /** From this severity on a text is blocked. */
  readonly threshold: number;
}
export interface TextRules {
  readonly outputType: string;
  readonly categories: readonly Category[];
  readonly blocklists: readonly string[];
}
/** What is wrong with a text. */
export interface Finding {
  readonly what: string;
}

const apiVersion = "2024-09-01";
const timeoutMs = 10_000;

export async function analyzeText(
  exchange: Exchange,
  service: ContentSafetyService,
  text: string,
  { outputType, categories, blocklists }: TextRules,
): Promise<Finding | null> {
  const answer = await ask(exchange, service, "text:analyze", {
    text,
    ...(categories.length === 0 ? {} : { categories: categories.map(({ name }) => name) }),
    ...(blocklists.length === 0 ? {} : { blocklistNames: blocklists, haltOnBlocklistHit: true }),
    outputType,
  });
  const matches = Array.isArray(answer.blocklistsMatch) ? answer.blocklistsMatch : [];
  if (matches.length > 0) return { what: "blocklist" };
  const analysis = Array.isArray(answer.categoriesAnalysis) ? answer.categoriesAnalysis.filter(isRecord) : [];
  for (const { name, threshold } of categories) {
    const severity = analysis.find(({ category }) => category === name)?.severity;
    // What was asked and not answered is not known to be harmless.
    if (typeof severity !== "number") throw failed(service, `it did not tell the severity of '${name}'`);
    if (severity >= threshold) return { what: name };
  }
  return null;
}

export async function shieldPrompt(
  exchange: Exchange,
  service: ContentSafetyService,
  text: string,
): Promise<Finding | null> {
  const answer = await ask(exchange, service, "text:shieldPrompt", { userPrompt: text, documents: [] });
  const analysis = isRecord(answer.userPromptAnalysis) ? answer.userPromptAnalysis : {};
  if (typeof analysis.attackDetected !== "boolean") throw failed(service, "it did not tell whether there is an attack");
  return analysis.attackDetected ? { what: "attack" } : null;
}

async function ask(
  exchange: Exchange,
  service: ContentSafetyService,
  operation: string,
  body: object,
): Promise<Record<string, unknown>> {
  const { source, url } = service;
  const call = {
    url: `${url}/contentsafety/${operation}?api-version=${apiVersion}`,
    method: "POST",
    headers: new Headers(["Content-Type", "application/json"]),
    body: textBody(JSON.stringify(body)),
    clientCertificate: null,
    proxy: null,
  };
  const answer = await exchange.host.send(exchange, call, { timeoutMs, followRedirects: false, source });
  if (answer.status !== 200) throw failed(service, `it answered with status code ${answer.status}`);
  const json = await jsonIn(answer);
  if (!isRecord(json)) throw failed(service, "its answer is no JSON object");
  return json;
}

/** Also where the text is longer than the service takes. */
const failed = ({ source }: ContentSafetyService, why: string): Fault =>
  new Fault({
    source,
    reason: "ContentSafetyServiceFailure",
    status: 500,
    message: `The content safety service could not check the request: ${why}.`,
  });
