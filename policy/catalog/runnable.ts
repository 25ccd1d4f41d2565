/** The policies that the gateway runs; the others are understood and checked, and refused when a document is saved. */
export const runnableNames = [
  "choose",
  "forward-request",
  "return-response",
  "set-backend-service",
  "set-body",
  "set-header",
  "set-status",
] as const;

export type RunnableName = (typeof runnableNames)[number];

export const runnable: ReadonlySet<string> = new Set(runnableNames);
