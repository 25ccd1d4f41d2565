import { expect, test, vi } from "vitest";
import { createHandler } from "@/gateway/handle";
import { compileSequence } from "@/gateway/pipeline/compile-context";
import { compileSections } from "@/gateway/pipeline/pipeline";
import { type FakeRequest, fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { willingHost } from "@/gateway/pipeline/testing/willing-host";
import { api, operation, policy } from "@/gateway/testing/documents";
import { textBody } from "@/policy/body";
import { check } from "@/policy/check";
import type { CheckOptions, DocumentKind } from "@/policy/check/checker";
import { isError } from "@/policy/diagnostics";
import { effectivePolicy, type ScopeSources } from "@/policy/scopes";
import { withAwkwardValues } from "@/policy/testing/awkward-values";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { mutated } from "@/policy/testing/mutate";
import { Random } from "@/policy/testing/random";
import { build } from "./build";
import { PolicyUnit } from "./policy-unit";
import { casePolicies } from "./testing/case-policies";

// A retry's waits are not what is looked at.
vi.mock("@/policy/kits/control/pause", () => ({ pause: async () => {} }));

const exists = () => true;
const missing = () => false;
/** Named values and fragments bring what no check of the document sees: they have tests of their own. */
const known: CheckOptions["known"] = {
  namedValues: missing,
  backends: exists,
  fragments: missing,
  certificates: exists,
  loggers: exists,
};
const sources: ScopeSources = { fragment: () => undefined, namedValue: () => undefined };
const json = textBody('{"a": 1, "messages": [{"role": "user", "content": "hello"}]}');
const requests: readonly FakeRequest[] = [
  { method: "GET", url: "/a/x?q=1&callback=f", headers: { Origin: "http://a.example", Authorization: "Bearer x.y.z" } },
  { method: "POST", url: "/a/x", headers: { "Content-Type": "application/json" }, body: json },
  { method: "POST", url: "/a/x", headers: { "Content-Type": "text/xml" }, body: textBody("<a b='c'><d>1</d></a>") },
  { method: "POST", url: "/a/x", headers: { "Content-Type": "application/json" }, body: textBody("{") },
];

const isSaved = (text: string, kind: DocumentKind): boolean =>
  !check(text, { scope: "any", kind, known, runs: true }).some(isError);

function compile(text: string): void {
  compileSections(effectivePolicy([new PolicyUnit("api", "/apis/a/policies/policy", text).read(sources)]));
}

async function handle(text: string, request: FakeRequest): Promise<number | undefined> {
  const documents = [api("a"), operation("a", "GET", "/x"), operation("a", "POST", "/x"), policy("/apis/a", text)];
  const program = build(documents, 1);
  const unexpected: unknown[] = [];
  const exchange = fakeExchange(request, willingHost());
  await createHandler(() => program, { onUnexpected: (error) => unexpected.push(error) })(exchange);
  expect(unexpected, text).toEqual([]);
  expect(exchange.lastError?.reason, text).not.toBe("PolicyNotRunnable");
  return exchange.response?.status;
}

/** How many of them could be saved. */
async function runAll(texts: Iterable<string>): Promise<number> {
  const statuses = new Set<number | undefined>();
  let saved = 0;
  for (const text of texts) {
    if (!isSaved(text, "policies")) continue;
    expect(() => compile(text), text).not.toThrow();
    statuses.add(await handle(text, requests[saved++ % requests.length] as FakeRequest));
  }
  expect(statuses.size).toBeGreaterThan(3);
  return saved;
}

function* mutants(seed: number, count: number, originals: readonly string[]): Generator<string> {
  const random = new Random(seed);
  for (let made = 0; made < count; made++) yield mutated(random, originals);
}

function* everyNth(step: number, texts: Iterable<string>): Generator<string> {
  let count = 0;
  for (const text of texts) if (count++ % step === 0) yield text;
}

test("every policy of the cases with an awkward value in one place, if it is saved, runs", async () => {
  expect(await runAll(everyNth(11, withAwkwardValues(casePolicies("policy"))))).toBeGreaterThan(1500);
}, 180_000);

test("every policy of the cases after some accidents, if it is saved, runs", async () => {
  expect(await runAll(mutants(11, 6000, casePolicies("policy")))).toBeGreaterThan(500);
}, 180_000);

const published = corpus().map(({ text }) => text.replaceAll(/\{\{[\w.-]+\}\}/g, "x1"));
test.skipIf(published.length === 0)(
  `what authors published, after some accidents, if it is saved, runs${noCorpus(corpus())}`,
  async () => {
    expect(await runAll(mutants(13, 3000, published))).toBeGreaterThan(200);
  },
  180_000,
);

test("every resolver of the cases with an awkward value in one place, if it is saved, compiles", () => {
  let saved = 0;
  for (const text of withAwkwardValues(casePolicies("resolver"))) {
    if (!isSaved(text, "resolver")) continue;
    saved++;
    const unit = new PolicyUnit("api", "/apis/a/resolvers/b/policies/policy", text);
    expect(() => compileSequence(unit.readResolver(sources), "response"), text).not.toThrow();
  }
  expect(saved).toBeGreaterThan(200);
});
