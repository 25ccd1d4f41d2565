import type { Writing } from "../behaviour";

const ended = new Set(["cancelled", "expired"]);

/** What may follow what, and the dates that a state leaves behind. */
export function settleState(writing: Writing): void {
  const { properties, before } = writing;
  const was = before?.properties.state;
  const state = (properties.state as string | undefined) ?? (was as string | undefined) ?? "submitted";
  if (before !== null && state !== was) {
    if (state === "submitted") writing.refuse("state", `A subscription that is ${was} cannot be submitted again.`);
    if (state === "rejected" && was !== "submitted") {
      writing.refuse(
        "state",
        `Only a submitted subscription can be rejected; this one is ${was}. Suspend or cancel it instead.`,
      );
    }
  }
  writing.properties = { ...properties, state };
  const now = new Date().toISOString();
  if (state === "active" && properties.startDate === undefined)
    writing.properties.startDate = before?.properties.startDate ?? now;
  if (ended.has(state)) {
    if (properties.endDate === undefined)
      writing.properties.endDate = (ended.has(String(was)) ? before?.properties.endDate : undefined) ?? now;
  } else if (ended.has(String(was)) && properties.endDate === before?.properties.endDate)
    delete writing.properties.endDate;
}
