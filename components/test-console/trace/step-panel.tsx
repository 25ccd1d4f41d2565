"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { TraceChange } from "@/contract/trace";
import { CodeBlock } from "../../ui/code-block";
import { ErrorPanel } from "../../ui/error-panel";
import { IconButton } from "../../ui/icon-button";
import { Tabs } from "../../ui/tabs";
import { ChangeDiff } from "./change-diff";
import { ErrorPlace } from "./error-place";
import { EvaluateBox } from "./evaluate-box";
import { lanes } from "./lane";
import { netChanges, type RunEnds, stateAfter, stateBefore } from "./state-at";
import { RequestState, ResponseState, VariableState } from "./state-view";
import type { StepChoice } from "./step-choice";
import type { TraceStep } from "./trace-steps";
import { useExplanation } from "./use-explanation";
import { useMilliseconds } from "./use-milliseconds";
import { useStepTexts } from "./use-step-texts";

/** One step: what it changed, and all that it had before it. */
export function StepPanel({
  steps,
  chosen,
  ends,
  draft,
  onMove,
  mayEvaluate,
}: Omit<StepChoice, "onChoose"> & {
  ends: RunEnds;
  draft: string | null;
  mayEvaluate: boolean;
}) {
  const t = useTranslations("run.trace");
  const milliseconds = useMilliseconds();
  const explain = useExplanation();
  const { lineText } = useStepTexts();
  const before = useMemo(() => stateBefore(steps, chosen, ends), [steps, chosen, ends]);
  const after = useMemo(() => stateAfter(steps, chosen, ends), [steps, chosen, ends]);
  const changes = useMemo(() => netChanges(steps, chosen), [steps, chosen]);
  const step = steps[chosen];
  if (step === undefined) return null;
  const { entry } = step;
  const error = errorOf(step);
  const touched = (what: TraceChange["what"], name: string) =>
    changes.some((change) => change.what === what && change.name === name);
  const told = Object.keys(entry.data).length > 0;
  return (
    <div className="flex min-w-0 flex-col gap-4 p-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1">
          <h3 className="break-words font-mono text-base">{entry.source}</h3>
          <p className="text-muted text-xs tabular-nums">
            <span className={lanes[step.section].text}>{t(`lane.${step.section}`)}</span>
            {` · ${t("at", { ms: milliseconds(step.startMs) })}`}
            {entry.durationMs === undefined ? "" : ` · ${t("took", { ms: milliseconds(entry.durationMs) })}`}
          </p>
        </div>
        <div className="flex items-center">
          <IconButton
            icon={ChevronLeft}
            label={t("previous")}
            shortcut="j"
            disabled={chosen === 0}
            onClick={() => onMove("ArrowLeft")}
          />
          <span className="px-1 text-muted text-xs tabular-nums">
            {t("position", { at: chosen + 1, count: steps.length })}
          </span>
          <IconButton
            icon={ChevronRight}
            label={t("next")}
            shortcut="k"
            disabled={chosen === steps.length - 1}
            onClick={() => onMove("ArrowRight")}
          />
        </div>
      </div>
      {error === null ? null : (
        <ErrorPanel
          title={error.message}
          where={[error.source, error.reason].filter(Boolean).join(" · ")}
          next={explain(error.reason)}
        />
      )}
      {entry.place === undefined ? null : <ErrorPlace place={entry.place} draft={draft} failed={error !== null} />}
      <Tabs
        label={t("views")}
        tabs={[
          {
            id: "changes",
            text: t("changes", { count: changes.length }),
            content:
              changes.length === 0 && entry.place === undefined ? (
                <p className="break-words text-muted">{lineText(entry) || t("changedNothing")}</p>
              ) : (
                <ChangeDiff changes={changes} />
              ),
          },
          { id: "request", text: t("request"), content: <RequestState state={after} touched={touched} /> },
          { id: "response", text: t("response"), content: <ResponseState state={after} touched={touched} /> },
          {
            id: "variables",
            text: t("variables", { count: after.variables.size }),
            content: <VariableState state={after} touched={touched} />,
          },
          {
            id: "told",
            text: t("told"),
            content: told ? (
              <CodeBlock code={JSON.stringify(entry.data, null, 2)} label={t("told")} wrap />
            ) : (
              <p className="text-muted">{t("toldNothing")}</p>
            ),
          },
          ...(mayEvaluate
            ? [
                {
                  id: "evaluate",
                  text: t("evaluate"),
                  // A failed step left nothing of its own: it is looked at as it began.
                  content: <EvaluateBox state={entry.error === undefined ? after : before} draft={draft} />,
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

function errorOf({ entry }: TraceStep): { source: string; reason: string | null; message: string } | null {
  if (entry.error !== undefined) return entry.error;
  if (entry.source !== "error") return null;
  const { source, reason, message } = entry.data;
  return {
    source: String(source ?? ""),
    reason: typeof reason === "string" ? reason : null,
    message: String(message ?? ""),
  };
}
