import { z } from "zod";
import type { TestResults, TestRunRequest } from "@/contract/console-run";
import type { Json } from "@/lib/json";
import type { Context } from "../context";
import { readBody } from "../identity/read-body";
import { draftReader } from "../log/draft";
import { openEnvironment } from "../publish/console/environment";
import { frameHeaders, frameStream } from "../publish/console/frame-stream";
import { readResults } from "../publish/tests/kept-results";
import { runTests, testsOf } from "../publish/tests/run-tests";
import { resourceNotFound, validationError } from "../refusals";
import { canonicalId } from "../resources/canonical";
import { mask } from "../resources/define";
import type { StoredDocument } from "../store/store";
import { defineEndpoint } from "./define";

const testRun = z.strictObject({
  draft: z.string().min(1).max(200).optional(),
  environment: z.string().min(1).max(400).optional(),
  names: z.array(z.string().min(1).max(400)).max(1_000).optional(),
});

/** Saved requests that say what they expect are tests of their API. */
export const tests = [
  defineEndpoint({
    method: "POST",
    path: "apis/{api}/runTests",
    role: "editor",
    summary:
      "Runs the API's tests, by the live configuration or by a draft: lines of JSON, one per test as it ends, and the " +
      "coverage of their policies last.",
    async handle({ context, parameters, body, signal }) {
      const asked = readBody(testRun, body ?? {}) as TestRunRequest;
      const { id: apiId } = await findApi(parameters.api ?? "", asked.draft, context);
      const found = await testsOf(apiId, asked, context);
      await refuseUnknown(asked, found, context);
      const frames = frameStream((ended) => runTests(apiId, found, asked, context, ended), signal);
      return { status: 200, headers: { ...frameHeaders }, body: frames };
    },
  }),
  defineEndpoint({
    method: "GET",
    path: "apis/{api}/testResults",
    role: "reader",
    summary: "Shows how the API's tests ended when they were run last.",
    async handle({ context, parameters }) {
      const api = await findApi(parameters.api ?? "", context.draftId, context);
      const kept = await readResults(context.management, api);
      const results = context.caller.role === "reader" ? withoutContent(kept) : kept;
      return { status: 200, headers: { "cache-control": "no-store" }, body: results as unknown as Json };
    },
  }),
] as const;

/** A run that leaves out what it was asked for would look like one that passed. */
async function refuseUnknown(
  { names = [], environment, draft }: TestRunRequest,
  found: readonly StoredDocument[],
  context: Context,
): Promise<void> {
  const { store } = context.management;
  if (environment !== undefined) {
    await openEnvironment(environment, draft === undefined ? store : draftReader(context, draft), store);
  }
  const known = new Set(found.map(({ name }) => name.toLowerCase()));
  const problems = names.flatMap((name, index) =>
    known.has(name.toLowerCase())
      ? []
      : [{ target: `names[${index}]`, message: `There is no saved request '${name}'.` }],
  );
  if (problems.length > 0) throw validationError(problems);
}

async function findApi(name: string, draft: string | undefined, context: Context): Promise<StoredDocument> {
  const read = draft === undefined ? context.management.store : draftReader(context, draft);
  const api = await read.read(canonicalId(`/apis/${name}`));
  if (api === null || api.type !== "apis") throw resourceNotFound("API");
  return api;
}

/** What a response held is for those only who could have sent the request, as traces are. */
function withoutContent({ value }: TestResults): TestResults {
  if (value === null) return { value };
  const results = value.results.map((result) => ({
    ...result,
    failures: result.failures.map((failure) => (failure.assertion === null ? failure : { ...failure, actual: mask })),
  }));
  return { value: { ...value, results } };
}
