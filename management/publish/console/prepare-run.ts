import { previewHeader } from "@/contract/preview";
import { debugHeaders } from "@/contract/trace";
import type { Context } from "../../context";
import { draftReader } from "../../log/draft";
import { previewDraft } from "../../log/preview-draft";
import { Refusal } from "../../refusals";
import { canonicalId } from "../../resources/canonical";
import { signDebugToken } from "../../trace/debug-token";
import { Blot } from "./blot";
import { compose } from "./compose";
import type { RunAsked } from "./console-request";
import { openKey } from "./open-key";
import type { PreparedRun } from "./run";

const encodings = { text: "utf8", base64: "base64" } as const;
/** Long enough for the slowest answer's trace. */
const tracedMs = 5 * 60 * 1000;

/** Everything that a request to the gateway needs; refused where it cannot be made. `secrets` are covered in all that is shown. */
export async function prepareRun(asked: RunAsked, context: Context, secrets: readonly string[]): Promise<PreparedRun> {
  const { store, publish, sealer } = context.management;
  const read = asked.draft === undefined ? store : draftReader(context, asked.draft);
  const { method, path, headers, keyHeader } = await compose(asked, read);
  const hidden: { name: string; value: string }[] = [];
  if (publish.consoleAddress() === null) throw noGateway();
  if (asked.draft !== undefined) {
    hidden.push({ name: previewHeader, value: await previewDraft(context, asked.draft) });
  }
  // Only now: another one may have come while the draft was made ready.
  const origin = publish.consoleAddress();
  if (origin === null) throw noGateway();
  const subscriptionKey =
    asked.subscriptionId === undefined ? null : await openKey(asked.subscriptionId, context, read);
  const key = subscriptionKey ?? asked.key;
  const sent = key === undefined ? headers : [...headers, { name: keyHeader, value: key }];
  if (asked.trace) {
    const apiId = canonicalId(asked.apiId).replace(/;rev=[^;/]*$/, "");
    const grant = {
      apiId: apiId.startsWith("/apis/") ? apiId : `/apis${apiId}`,
      expiresAt: Date.now() + tracedMs,
    };
    hidden.push({ name: debugHeaders.authorization, value: signDebugToken(sealer, grant) });
  }
  const { body = null } = asked;
  return {
    origin,
    method,
    path,
    headers: sent,
    hidden,
    content: body === null ? undefined : Buffer.from(body, encodings[asked.bodyEncoding]),
    body,
    blot: new Blot([
      ...secrets,
      ...(subscriptionKey === null ? [] : [subscriptionKey]),
      ...hidden.map(({ value }) => value),
    ]),
    wantsTrace: asked.trace,
  };
}

const noGateway = () =>
  new Refusal(503, "NoGateway", "No gateway of this installation is connected. Start it, then send again.");
