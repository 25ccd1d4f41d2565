import { z } from "zod";
import { validationError } from "../../../refusals";
import { problemsOf } from "../../../verbs/problems";
import type { Action } from "../../behaviour";
import { timeSpan, timeSpanMs } from "../../member";

const shortest = "PT2M";

const contract = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  properties: z
    .strictObject({
      after: timeSpan
        .refine((span) => timeSpanMs(span) >= timeSpanMs(shortest), { error: `Must be at least ${shortest}.` })
        .optional(),
    })
    .optional(),
});

/** Gateways follow the log, so when to reconnect is written into the backend, where they find it. */
export const reconnect: Action = {
  name: "reconnect",
  role: "editor",
  summary: "Have gateways open new connections to the backend, after two minutes or the time given",
  async handle({ document, body, update }) {
    const parsed = contract.safeParse(body ?? {});
    if (!parsed.success) throw validationError(problemsOf(parsed.error));
    const afterMs = timeSpanMs(parsed.data.properties?.after ?? shortest);
    await update(`Reconnect backend ${document.name}`, (properties) => ({
      ...properties,
      reconnectAt: Date.now() + afterMs,
    }));
    return { status: 202 };
  },
};
