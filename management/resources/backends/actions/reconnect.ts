import { z } from "zod";
import { durationMs } from "@/lib/duration";
import { validationError } from "../../../refusals";
import { problemsOf } from "../../../verbs/problems";
import type { Action } from "../../behaviour";
import { timeSpan } from "../../member";

const shortest = "PT2M";
const shortestMs = durationMs(shortest) ?? 0;

const contract = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  properties: z
    .strictObject({
      after: timeSpan
        .refine((span) => (durationMs(span) ?? 0) >= shortestMs, { error: `Must be at least ${shortest}.` })
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
    const afterMs = durationMs(parsed.data.properties?.after ?? shortest) ?? shortestMs;
    await update(`Reconnect backend ${document.name}`, (properties) => ({
      ...properties,
      reconnectAt: Date.now() + afterMs,
    }));
    return { status: 202 };
  },
};
