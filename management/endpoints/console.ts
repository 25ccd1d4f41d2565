import { z } from "zod";
import type { EvaluationRequest } from "@/contract/console-run";
import type { Json, JsonObject } from "@/lib/json";
import { readBody } from "../identity/read-body";
import { draftReader } from "../log/draft";
import { previewDraft } from "../log/preview-draft";
import { compose } from "../publish/console/compose";
import { consoleRequest, runRequest } from "../publish/console/console-request";
import { fillIn, openEnvironment } from "../publish/console/environment";
import { evaluationRequest } from "../publish/console/evaluation-request";
import { frameHeaders, frameStream } from "../publish/console/frame-stream";
import { openKey } from "../publish/console/open-key";
import { prepareRun } from "../publish/console/prepare-run";
import { run } from "../publish/console/run";
import { sendToGateway } from "../publish/console/send";
import { Refusal, validationError } from "../refusals";
import { defineEndpoint } from "./define";

const named = z.object({ environment: z.string().optional(), draft: z.string().optional() });

/** The test console: requests to operations, sent by this server to a gateway of this installation only. */
export const consoleEndpoints = [
  defineEndpoint({
    method: "POST",
    path: "console/send",
    role: "editor",
    summary: "Sends a request to an operation through a connected gateway and shows what it answers.",
    async handle({ context, body, signal }) {
      const asked = readBody(consoleRequest, body);
      const composed = await compose(asked, context.management.store);
      const origin = context.management.publish.consoleAddress();
      if (origin === null) {
        throw new Refusal(503, "NoGateway", "No gateway of this installation is connected. Start it, then send again.");
      }
      const subscriptionKey = asked.subscriptionId === undefined ? null : await openKey(asked.subscriptionId, context);
      const key = subscriptionKey ?? asked.key;
      if (key !== undefined) composed.headers.push({ name: composed.keyHeader, value: key });
      const content = asked.body === undefined ? undefined : Buffer.from(asked.body, encodings[asked.bodyEncoding]);
      const answer = await sendToGateway(origin, composed, content, subscriptionKey, signal);
      return { status: 200, headers: { "cache-control": "no-store" }, body: { ...answer } };
    },
  }),
  defineEndpoint({
    method: "POST",
    path: "console/run",
    role: "editor",
    summary:
      "Sends a request as console/send does, by the live configuration or by a draft, and tells what happens as it " +
      "happens: lines of JSON, with the trace last.",
    async handle({ context, body, signal }) {
      const { store, publish } = context.management;
      const { environment, draft } = named.safeParse(body).data ?? {};
      const read = draft === undefined ? store : draftReader(context, draft);
      const opened = environment === undefined ? null : await openEnvironment(environment, read, store);
      const { request, missing, secrets } =
        opened === null ? { request: body, missing: [], secrets: [] } : fillIn((body ?? {}) as JsonObject, opened);
      if (missing.length > 0) throw validationError(missing);
      const prepared = await prepareRun(readBody(runRequest, request), context, secrets);
      const frames = frameStream((ended) => run(prepared, publish, ended), signal);
      return { status: 200, headers: { ...frameHeaders }, body: frames };
    },
  }),
  defineEndpoint({
    method: "POST",
    path: "console/evaluate",
    role: "editor",
    summary: "Evaluates an expression with what a step of a trace saw.",
    async handle({ context, body }) {
      const asked = readBody(evaluationRequest, body) as EvaluationRequest;
      // The gateway has it from then on.
      if (asked.draft !== undefined) await previewDraft(context, asked.draft);
      const evaluation = await context.management.publish.evaluate(asked);
      return { status: 200, headers: { "cache-control": "no-store" }, body: evaluation as unknown as Json };
    },
  }),
] as const;

const encodings = { text: "utf8", base64: "base64" } as const;
