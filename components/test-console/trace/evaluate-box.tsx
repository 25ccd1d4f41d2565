"use client";

import { FunctionSquare } from "lucide-react";
import dynamic from "next/dynamic";
import { Suspense, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Evaluation } from "@/contract/console-run";
import type { Json } from "@/lib/json";
import { ask } from "../../data/arm-client";
import type { ArmError } from "../../data/arm-error";
import { FailurePanel } from "../../resources/failure";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Skeleton } from "../../ui/skeleton";
import { evaluationState } from "./evaluation-state";
import type { TracedState } from "./state-at";

/** The language comes only when somebody evaluates. */
const ExpressionBox = dynamic(() => import("./expression-box").then((module) => module.ExpressionBox), {
  ssr: false,
  loading: () => <Skeleton className="h-8 rounded-control" />,
});

/** Kept while another view of the step is looked at. */
let written = "@()";

/** What an expression would have given at this step. */
export function EvaluateBox({ state, draft }: { state: TracedState; draft: string | null }) {
  const t = useTranslations("run.evaluate");
  const id = useId();
  const [expression, setExpression] = useState(written);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ evaluation: Evaluation; of: string; at: TracedState } | null>(null);
  const [refusal, setRefusal] = useState<ArmError | null>(null);
  const asked = useRef(0);
  const evaluate = async () => {
    if (isBlank(expression)) return;
    asked.current += 1;
    const turn = asked.current;
    setBusy(true);
    try {
      const by = draft === null ? {} : { draft };
      const body = { expression, state: evaluationState(state), ...by } as unknown as Json;
      const answer = await ask<Evaluation>("/console/evaluate", { method: "POST", body });
      if (turn !== asked.current) return;
      setOutcome({ evaluation: answer.body, of: expression, at: state });
      setRefusal(null);
    } catch (error) {
      if (turn !== asked.current) return;
      setOutcome(null);
      setRefusal(error as ArmError);
    }
    setBusy(false);
  };
  const shownAt = outcome?.at ?? null;
  const again = useEffectEvent(() => void evaluate());
  // What is shown is what this step gives: the question goes along from step to step.
  useEffect(() => {
    if (shownAt === null || shownAt === state) return;
    const timer = setTimeout(again, 150);
    return () => clearTimeout(timer);
  }, [shownAt, state]);
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void evaluate();
      }}
    >
      <Field id={id} label={t("label")} labelled={false} hint={t("hint")}>
        <Suspense fallback={<Skeleton className="h-8 rounded-control" />}>
          <ExpressionBox
            id={id}
            label={t("label")}
            describedBy={`${id}-hint`}
            value={expression}
            onChange={(value) => {
              written = value;
              setExpression(value);
            }}
            onEvaluate={() => void evaluate()}
            variables={[...state.variables.keys()]}
            draft={draft}
          />
        </Suspense>
      </Field>
      <Button type="submit" size="small" busy={busy} disabled={isBlank(expression)} className="self-start">
        <FunctionSquare size={14} aria-hidden />
        {t("evaluate")}
      </Button>
      <div aria-live="polite">
        {refusal === null ? null : <FailurePanel error={refusal} />}
        {outcome === null || shownAt !== state ? null : <Outcome evaluation={outcome.evaluation} of={outcome.of} />}
      </div>
    </form>
  );
}

const isBlank = (expression: string): boolean => /^\s*(@\(\s*\)|@\{\s*\}|@?)\s*$/.test(expression);

function Outcome({ evaluation, of }: { evaluation: Evaluation; of: string }) {
  const t = useTranslations("run.evaluate");
  if (evaluation.ok) {
    return (
      <div className="rounded-control border border-line bg-sunken px-3 py-2">
        <pre className="max-h-60 overflow-auto whitespace-pre-wrap break-all text-xs">
          {evaluation.type === null ? "null" : evaluation.value === "" ? t("emptyText") : evaluation.value}
        </pre>
        {evaluation.type === null ? null : <p className="mt-1 font-mono text-faint text-xs">{evaluation.type}</p>}
      </div>
    );
  }
  return (
    <ul className="flex flex-col gap-1.5">
      {evaluation.problems.map(({ code, message, start, end }) => (
        <li key={`${code} ${start} ${message}`} className="rounded-control border border-bad bg-bad-soft px-3 py-2">
          <p className="break-words">
            {message} {code === "failed" ? null : <code className="text-muted text-xs">{code}</code>}
          </p>
          {start === null || end === null ? null : (
            <p className="mt-1 break-all font-mono text-xs">
              {of.slice(0, start)}
              <mark className="bg-transparent text-bad underline decoration-wavy">{of.slice(start, end) || "⎵"}</mark>
              {of.slice(end)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
