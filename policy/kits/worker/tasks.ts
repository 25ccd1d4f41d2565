/**
 * What worker threads can do. To add to it, write a function of one value that can be cloned, returning another or a
 * promise of one, and name it here; `runWork("name", input, timeoutMs)` then runs it off the event loop. Its module is
 * loaded in the thread at the first use. A function that throws fails that work alone.
 */
export const tasks = {
  "check-xml": async () => (await import("@/policy/kits/xsd/check-xml")).checkXml,
  "check-json": async () => (await import("@/policy/kits/json-schema/check-json")).checkLargeJson,
  "json-to-xml": async () => (await import("@/policy/kits/json-xml/conversions")).jsonTextToXml,
  "xml-to-json": async () => (await import("@/policy/kits/json-xml/conversions")).xmlTextToJson,
  "read-odata-model": async () => (await import("@/policy/kits/odata/read-odata-model")).readOdataModel,
  "render-liquid": async () => (await import("@/policy/kits/liquid/render-work")).renderLiquid,
  "transform-xml": async () => (await import("@/policy/kits/xslt/transform-xml")).transformXml,
};

export type TaskName = keyof typeof tasks;
type Task<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>;
export type TaskInput<N extends TaskName> = Parameters<Task<N>>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Task<N>>>;

/** What goes to a worker and what comes back. The time is counted from "begun", when all that the work needs is loaded; `place` as of `threadPlace`. */
export interface WorkOrder {
  readonly task: TaskName;
  readonly input: unknown;
}
export type WorkReport =
  | { readonly kind: "begun"; readonly place: string | null }
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "failed"; readonly message: string };
