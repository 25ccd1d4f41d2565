import type { TraceChange } from "@/contract/trace";
import { placeKey, type TraceStep } from "./trace-steps";

/** A step of one run, and the same place in the other. */
export interface ComparedStep {
  a: TraceStep | null;
  b: TraceStep | null;
  /** Names of what the two made otherwise; empty: the same. */
  differs: ComparedValue[];
}

export interface ComparedValue {
  what: TraceChange["what"] | "error";
  name: string;
  a: string | null;
  b: string | null;
}

/** Both runs side by side, aligned by the place in the configuration and the attempt. */
export function compareRuns(a: readonly TraceStep[], b: readonly TraceStep[]): ComparedStep[] {
  const inA = new Set(a.map(keyOf));
  const inB = new Map(b.map((step) => [keyOf(step), step]));
  const taken = new Set<number>();
  const rows: ComparedStep[] = [];
  let next = 0;
  const takeOwnOfB = () => {
    for (let step = b[next]; step !== undefined; step = b[next]) {
      if (!taken.has(step.index)) {
        if (inA.has(keyOf(step))) return;
        rows.push({ a: null, b: step, differs: [] });
      }
      next += 1;
    }
  };
  for (const step of a) {
    takeOwnOfB();
    const other = inB.get(keyOf(step)) ?? null;
    if (other !== null) taken.add(other.index);
    rows.push({ a: step, b: other, differs: other === null ? [] : differences(step, other) });
  }
  takeOwnOfB();
  return rows;
}

const keyOf = (step: TraceStep): string => `${placeKey(step.entry, step.section)} ${step.occurrence}`;

function differences({ entry: a }: TraceStep, { entry: b }: TraceStep): ComparedValue[] {
  const values = new Map<string, ComparedValue>();
  for (const { what, name, after } of a.changes ?? []) values.set(`${what} ${name}`, { what, name, a: after, b: null });
  for (const { what, name, after } of b.changes ?? []) {
    const there = values.get(`${what} ${name}`);
    if (there === undefined) values.set(`${what} ${name}`, { what, name, a: null, b: after });
    else there.b = after;
  }
  const errorOf = ({ error }: typeof a) => (error === undefined ? null : error.message);
  const error = {
    what: "error" as const,
    name: a.error?.source ?? b.error?.source ?? "",
    a: errorOf(a),
    b: errorOf(b),
  };
  return [error, ...values.values()].filter((value) => value.a !== value.b);
}

export const isDifferent = ({ a, b, differs }: ComparedStep): boolean => a === null || b === null || differs.length > 0;
