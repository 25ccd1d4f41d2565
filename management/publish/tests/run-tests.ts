import type {
  Assertion,
  RunHeader,
  SavedRequestProperties,
  TestFrame,
  TestResult,
  TestRunRequest,
} from "@/contract/console-run";
import type { Trace } from "@/contract/trace";
import type { JsonObject } from "@/lib/json";
import { log } from "@/lib/log";
import type { Context } from "../../context";
import { readBody } from "../../identity/read-body";
import { draftReader } from "../../log/draft";
import { Refusal } from "../../refusals";
import type { Reader } from "../../resources/behaviour";
import type { StoredDocument } from "../../store/store";
import { runRequest } from "../console/console-request";
import { fillIn, openEnvironment } from "../console/environment";
import { operationIdIn } from "../console/operation-id-in";
import { prepareRun } from "../console/prepare-run";
import { run } from "../console/run";
import { checkAssertions } from "./check-assertions";
import { coverageOf, Reached } from "./coverage";
import { keepResults } from "./kept-results";

const maxTests = 1_000;
/** A response that has not ended by then never will, as far as a test is concerned. */
const testMs = 60_000;
const notRun = "The test could not be run: the portal failed on it. See its log.";

/** The API's saved requests that say what they expect, or those that are named. */
export async function testsOf(
  apiId: string,
  { draft, names }: TestRunRequest,
  context: Context,
): Promise<StoredDocument[]> {
  const { documents } = await readerFor(draft, context).list({
    type: "apis/savedRequests",
    parentId: apiId,
    orderBy: [{ member: "name", descending: false }],
    top: maxTests,
  });
  const wanted = names === undefined ? null : new Set(names.map((name) => name.toLowerCase()));
  return documents.filter(({ name, properties }) =>
    wanted === null ? ((properties.assertions ?? []) as unknown[]).length > 0 : wanted.has(name.toLowerCase()),
  );
}

/** Runs them one after the other, tells each as it ends, and the coverage of their policies at the end. */
export async function* runTests(
  apiId: string,
  tests: readonly StoredDocument[],
  asked: TestRunRequest,
  context: Context,
  signal: AbortSignal,
): AsyncGenerator<TestFrame> {
  const read = readerFor(asked.draft, context);
  const revision = await context.management.store.revision();
  const reached = new Map<string, Reached>();
  const operations = new Set<string>();
  const results = new Map<string, TestResult>();
  for (const test of tests) {
    const properties = test.properties as unknown as SavedRequestProperties;
    operations.add(operationIdIn(apiId, properties.operationId));
    const { result, trace } = await runTest(apiId, test, asked, context, read, signal);
    if (signal.aborted) return;
    const ways = new Reached();
    if (trace !== null) ways.add(trace);
    reached.set(test.id, ways);
    results.set(test.id, result);
    yield result;
  }
  // As it is now: the marks of what was changed meanwhile would stand in the wrong places.
  const now = readerFor(asked.draft, context);
  const coverage = await coverageOf(operations, reached, {
    read: now,
    before: read,
    live: context.management.store,
    revision,
  });
  if (results.size > 0)
    await keepResults(context.management, apiId, asked.draft ?? "", { results, coverage, read: now });
  yield { coverage: coverage.documents };
}

const events = log("tests");

const readerFor = (draft: string | undefined, context: Context): Reader =>
  draft === undefined ? context.management.store : draftReader(context, draft);

async function runTest(
  apiId: string,
  test: StoredDocument,
  asked: TestRunRequest,
  context: Context,
  read: Reader,
  signal: AbortSignal,
): Promise<{ result: TestResult; trace: Trace | null }> {
  const properties = test.properties as unknown as SavedRequestProperties;
  const { displayName, assertions = [] } = properties;
  const head = { name: test.name, displayName };
  try {
    const observed = await observe(apiId, properties, asked, context, read, signal);
    const { status, trace, durationMs, failed } = observed;
    const broken = (actual: string) => ({ assertion: null, expected: "", actual });
    const failures =
      status === null || failed !== null
        ? [broken(failed ?? "No response came.")]
        : checkAssertions(assertions as Assertion[], { ...observed, status });
    const ok = failures.length === 0;
    return { result: { ...head, ok, failures, status, durationMs, traceId: trace?.traceId ?? null }, trace };
  } catch (error) {
    if (!Refusal.is(error)) events.error({ err: error, test: test.id }, "a test could not be run");
    const told = Refusal.is(error) ? reasonOf(error) : notRun;
    const failures = [{ assertion: null, expected: "", actual: told }];
    return { result: { ...head, ok: false, failures, status: null, durationMs: 0, traceId: null }, trace: null };
  }
}

const reasonOf = ({ details, message }: Refusal): string =>
  details.length > 0 ? details.map((detail) => detail.message).join(" ") : message;

interface Seen {
  status: number | null;
  headers: readonly RunHeader[];
  body: string;
  trace: Trace | null;
  durationMs: number;
  failed: string | null;
}

async function observe(
  apiId: string,
  properties: SavedRequestProperties,
  asked: TestRunRequest,
  context: Context,
  read: Reader,
  signal: AbortSignal,
): Promise<Seen> {
  const { store, publish } = context.management;
  const { displayName: _, description: __, assertions: ___, environmentId, ...request } = properties;
  const named = asked.environment ?? environmentId;
  const environment = named === undefined ? null : await openEnvironment(named, read, store);
  const filled = fillIn({ apiId, ...request } as unknown as JsonObject, environment);
  if (filled.missing.length > 0) {
    throw new Refusal(400, "MissingVariable", filled.missing.map(({ message }) => message).join(" "));
  }
  const whole = { ...filled.request, ...(asked.draft === undefined ? {} : { draft: asked.draft }) };
  const prepared = await prepareRun(readBody(runRequest, whole), context, filled.secrets);
  const seen: Seen = { status: null, headers: [], body: "", trace: null, durationMs: 0, failed: null };
  for await (const frame of run(prepared, publish, signal, { withinMs: testMs })) {
    if (frame.kind === "head") Object.assign(seen, { status: frame.status, headers: frame.headers });
    else if (frame.kind === "chunk") {
      seen.body += frame.encoding === "text" ? frame.text : Buffer.from(frame.text, "base64").toString("latin1");
    } else if (frame.kind === "end") seen.durationMs = frame.durationMs;
    else if (frame.kind === "failed") Object.assign(seen, { durationMs: frame.durationMs, failed: frame.message });
    else if (frame.kind === "trace") seen.trace = frame.trace;
  }
  return seen;
}
