"use client";

import { useMemo, useState } from "react";
import type { z } from "zod";
import type { Json, JsonObject } from "@/lib/json";
import { propertyDiff } from "../diff/property-diff";
import { getAt, setAt } from "../diff/set-at";
import { useLooseText } from "../text/use-loose-text";
import { useSaid } from "../text/use-said";
import { describe } from "./describe";
import type { FormView } from "./form-view";
import { prune } from "./prune";
import { validate } from "./validate";

const nothing: ReadonlyMap<string, string> = new Map();

/** The state of one form: what was read, what is typed, what of it is wrong, what differs. */
export function useForm(view: FormView, schema: z.ZodObject, base: JsonObject) {
  const text = useLooseText();
  const said = useSaid("said");
  const [values, setValues] = useState<JsonObject>(base);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [submitted, setSubmitted] = useState(false);
  const [refused, setRefused] = useState(nothing);
  const root = useMemo(() => describe(schema), [schema]);
  const isVisible = (path: string) => view.applies?.(path, values) ?? true;
  const toSend = prune(values, root, base, isVisible);
  const changes = propertyDiff(
    prune(base, root, base, (path) => view.applies?.(path, base) ?? true),
    toSend,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what would be sent follows from the values
  const problems = useMemo(() => validate(schema, toSend, text), [schema, values, text]);
  const shown = new Map(
    [...problems]
      .filter(([path]) => submitted || touched.has(path))
      .concat([...refused])
      .map(([path, message]) => [path, said(message)]),
  );
  return {
    view,
    root,
    base,
    values,
    toSend,
    changes,
    problems,
    /** What the person is told now: of fields that were left, and of all once it was submitted. */
    shown,
    submitted,
    isVisible,
    valueAt: (path: string): Json | undefined => getAt(values, path),
    set(path: string, value: Json | undefined): void {
      setValues((before) => setAt(before, path, value));
      setRefused((before) => (before.size === 0 ? before : new Map([...before].filter(([at]) => !isWithin(at, path)))));
    },
    touch(path: string): void {
      setTouched((before) => (before.has(path) ? before : new Set([...before, path])));
    },
    /** Shows every problem; true when there is none. */
    submit(): boolean {
      setSubmitted(true);
      return problems.size === 0;
    },
    refuse(messages: ReadonlyMap<string, string>): void {
      setRefused(messages);
    },
    reset(to: JsonObject): void {
      setValues(to);
      setTouched(new Set());
      setSubmitted(false);
      setRefused(nothing);
    },
  };
}

export type FormState = ReturnType<typeof useForm>;

const isWithin = (path: string, group: string): boolean =>
  path === group || path.startsWith(`${group}.`) || group.startsWith(`${path}.`);
