import { textBody } from "@/policy/body";
import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import { isRecord, jsonIn } from "./read-llm-request";
import { unitVector } from "./semantic-cache";

export interface EmbedOptions {
  readonly source: string;
  readonly backendId: string;
  /** "header": with what the client authenticated by. */
  readonly auth: "system-assigned" | "header";
}

const resource = "https://cognitiveservices.azure.com";
const apiVersion = "2024-06-01";
const timeoutMs = 10_000;

/** What a text means, as the model of a backend puts it; null where that cannot be had, and why is in the trace. */
export async function embed(exchange: Exchange, options: EmbedOptions, text: string): Promise<Float32Array | null> {
  const { source, backendId } = options;
  const lost = (why: string) => {
    exchange.trace?.note(source, { message: `No embedding was made: ${why}` });
    return null;
  };
  const url = exchange.resources.backend(backendId)?.url ?? null;
  if (url === null) return lost(`the backend '${backendId}' has no URL`);
  const headers = new Headers(["Content-Type", "application/json"]);
  await authenticate(exchange, options, headers);
  const call = {
    url: withVersion(url),
    method: "POST",
    headers,
    body: textBody(JSON.stringify({ input: text })),
    clientCertificate: null,
    proxy: null,
  };
  try {
    const answer = await exchange.host.send(exchange, call, { timeoutMs, followRedirects: false, source });
    if (answer.status !== 200) return lost(`the backend '${backendId}' answered with status code ${answer.status}`);
    return vectorIn(await jsonIn(answer)) ?? lost("the answer holds none");
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return lost(error.message);
  }
}

/** A gateway without an identity still has the credentials of the backend itself, which go along with every call of it. */
async function authenticate(exchange: Exchange, { source, auth }: EmbedOptions, headers: Headers): Promise<void> {
  if (auth === "header") {
    for (const name of ["Authorization", "api-key"]) {
      const value = exchange.request.headers.get(name);
      if (value !== undefined) headers.set(name, value);
    }
    return;
  }
  try {
    headers.set("Authorization", `Bearer ${await exchange.host.managedIdentity.token(resource, null)}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    exchange.trace?.note(source, { message: `The embeddings backend is called without a token: ${why}` });
  }
}

/** A deployment of Azure OpenAI wants to know of which version the call is. */
function withVersion(url: string): string {
  if (!/\/openai\/deployments\//i.test(url) || /[?&]api-version=/i.test(url)) return url;
  return `${url}${url.includes("?") ? "&" : "?"}api-version=${apiVersion}`;
}

function vectorIn(json: unknown): Float32Array | null {
  if (!isRecord(json) || !Array.isArray(json.data)) return null;
  const [first] = json.data;
  return isRecord(first) ? unitVector(first.embedding) : null;
}
