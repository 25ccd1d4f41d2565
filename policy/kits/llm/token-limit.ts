import { type CompileContext, read, readOptional } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, type Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { Count, Counters, CountingWindow, Take } from "@/policy/host/counters";
import { counterKey } from "@/policy/kits/counter/counter-key";
import type { PolicyNode } from "@/policy/policy-node";
import { countPrompt } from "./count-prompt";
import { quotaWindow } from "./quota-window";
import { readLlmRequest } from "./read-llm-request";
import { type TokenLimitOptions, type Told, tokenLimitOptions } from "./token-limit-options";
import { watchUsage } from "./watch-usage";

const minuteMs = 60_000;
const counted = Symbol("counters that this request has been counted in");

interface Limit {
  readonly kind: "rate" | "quota";
  readonly take: Take;
  readonly told: Told;
}

/** llm-token-limit and azure-openai-token-limit. */
export function tokenLimit(node: PolicyNode, context: CompileContext): Step {
  const options = tokenLimitOptions(node, context);
  return (exchange) => run(node.name, options, exchange);
}

async function run(source: string, options: TokenLimitOptions, exchange: Exchange): Promise<Flow> {
  const request = await readLlmRequest(exchange);
  const estimates = (options.estimatesPrompt || request?.isStreaming === true) && !options.ignoresPrompt;
  const estimate = estimates && request !== null ? await countPrompt(request) : 0;
  const all = limitsOf(options, exchange, estimate);
  const counts = await exchange.host.counters.takeAll(all.map(({ take }) => take));
  tellRemaining(exchange, all, counts);
  tell(exchange, { variable: options.consumed.variable, header: null }, estimate);
  exchange.trace?.note(source, {
    estimatedPromptTokens: estimate,
    limits: all.map(({ kind, take }, index) => ({ kind, limit: take.window.limit, ...counts[index] })),
  });
  const refused = all.findIndex((_, index) => counts[index]?.allowed === false);
  if (refused >= 0) throw refusal(source, options, exchange, all[refused] as Limit, counts[refused] as Count);
  // Another policy of this request that counts by the same key has done it, or does it.
  const own = all.filter(({ take }) => firstToCount(exchange, take));
  watchUsage(exchange, request, async (usage) => {
    const consumed = options.ignoresPrompt ? usage.completion : usage.total;
    const after = await Promise.all(
      all.map((limit) => settle(exchange.host.counters, limit, own.includes(limit), estimate, consumed)),
    );
    tellRemaining(exchange, all, after);
    tell(exchange, options.consumed, consumed);
    exchange.trace?.note(source, { consumedTokens: consumed });
  });
  return proceed;
}

function limitsOf(options: TokenLimitOptions, exchange: Exchange, amount: number): Limit[] {
  const key = counterKey("tokens|", read(options.counterKey, exchange));
  const rate = readOptional(options.tokensPerMinute, exchange);
  const quota = readOptional(options.quota, exchange);
  const limits: Limit[] = [];
  if (rate !== null)
    limits.push({ kind: "rate", take: { key, window: perMinute(rate), amount }, told: options.remaining });
  if (quota !== null) {
    const window = quotaWindow(options.period, quota, exchange.receivedAt);
    limits.push({ kind: "quota", take: { key, window, amount }, told: options.remainingQuota });
  }
  return limits;
}

const perMinute = (limit: number): CountingWindow => ({
  kind: "sliding",
  limit,
  lengthMs: minuteMs,
  startMs: null,
  whenLost: "open",
});

function firstToCount({ notes }: Exchange, { key, window }: Take): boolean {
  const before = (notes.get(counted) as Set<string> | undefined) ?? new Set<string>();
  notes.set(counted, before);
  const name = `${window.kind} ${window.lengthMs} ${key}`;
  const isFirst = !before.has(name);
  before.add(name);
  return isFirst;
}

/** What the estimate has taken stays taken: it may have kept others out. */
function settle(
  counters: Counters,
  { take: { key, window } }: Limit,
  counts: boolean,
  estimate: number,
  consumed: number,
): Count | Promise<Count> {
  const more = consumed - estimate;
  return counts && more > 0 ? counters.add(key, window, more) : counters.look(key, window);
}

function tellRemaining(exchange: Exchange, limits: readonly Limit[], counts: readonly Count[]): void {
  for (const [index, { told }] of limits.entries()) tell(exchange, told, counts[index]?.remaining ?? 0);
}

/** A header is put on the response that is sent, whichever that is; the last number told is what it shows. */
function tell(exchange: Exchange, { header, variable }: Told, value: number): void {
  if (variable !== null) exchange.variables.set(variable, boxed(value));
  if (header !== null) exchange.atResponse(({ headers }) => headers.set(header, String(value)));
}

/** An int, or a long where it is none. */
const boxed = (value: number): number | bigint => (value > 0x7fffffff ? BigInt(value) : value);

/** The words and reasons are not documented; these are what the limits of calls say, of tokens. */
function refusal(
  source: string,
  { retryAfter }: TokenLimitOptions,
  exchange: Exchange,
  { kind, take }: Limit,
  count: Count,
): Fault {
  const isRate = kind === "rate";
  const never = !Number.isFinite(count.retryAfterMs);
  // What is larger than the whole limit is not allowed after any time; the next window is when it is worth another look.
  const waitMs = never && Number.isFinite(take.window.lengthMs) ? take.window.lengthMs : count.retryAfterMs;
  const seconds = Number.isFinite(waitMs) ? Math.max(1, Math.ceil(waitMs / 1000)) : null;
  const what = isRate ? "Token limit is exceeded." : "Token quota is exceeded.";
  if (seconds !== null && retryAfter.variable !== null) exchange.variables.set(retryAfter.variable, boxed(seconds));
  return new Fault({
    source,
    reason: isRate ? "TokenLimitExceeded" : "TokenQuotaExceeded",
    status: isRate ? 429 : 403,
    message: seconds === null ? what : `${what} Try again in ${seconds} seconds.`,
    headers: seconds === null || retryAfter.header === null ? [] : [[retryAfter.header, String(seconds)]],
  });
}
