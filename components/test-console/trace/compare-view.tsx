"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Trace } from "@/contract/trace";
import { Checkbox } from "../../ui/checkbox";
import { classNames } from "../../ui/class-names";
import { branchOf } from "./branch-of";
import { type ComparedStep, compareRuns, isDifferent } from "./compare-runs";
import { lanes } from "./lane";
import { type TraceStep, traceSteps } from "./trace-steps";
import { useMilliseconds } from "./use-milliseconds";
import { useStepTexts } from "./use-step-texts";

const drawnAtMost = 400;

/** Two runs side by side: which steps only one of them took, and what they made otherwise. */
export function CompareView({
  steps,
  other,
  onChoose,
}: {
  steps: readonly TraceStep[];
  other: Trace;
  onChoose(index: number): void;
}) {
  const t = useTranslations("run.compare");
  const otherSteps = useMemo(() => traceSteps(other), [other]);
  const rows = useMemo(() => compareRuns(steps, otherSteps), [steps, otherSteps]);
  const [all, setAll] = useState(false);
  const different = rows.filter(isDifferent);
  const shown = all ? rows : different;
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p aria-live="polite">{t("summary", { count: different.length, of: rows.length })}</p>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the box is inside */}
        <label className="flex items-center gap-1 text-sm">
          <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)} />
          {t("all")}
        </label>
      </div>
      {shown.length === 0 ? (
        <p className="text-muted">{t("same")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-control border border-line">
          {shown.slice(0, drawnAtMost).map((row) => (
            <Compared
              key={`${row.a?.index ?? "-"} ${row.b?.index ?? "-"}`}
              row={row}
              steps={steps}
              others={otherSteps}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
      {shown.length > drawnAtMost ? (
        <p className="text-muted text-xs">{t("more", { count: shown.length - drawnAtMost })}</p>
      ) : null}
    </div>
  );
}

function Compared({
  row: { a, b, differs },
  steps,
  others,
  onChoose,
}: {
  row: ComparedStep;
  steps: readonly TraceStep[];
  others: readonly TraceStep[];
  onChoose(index: number): void;
}) {
  const t = useTranslations("run.compare");
  const milliseconds = useMilliseconds();
  const { changeText, placeText } = useStepTexts();
  const step = a ?? b;
  if (step === null) return null;
  const branch = branchOf(step, a === null ? others : steps);
  const { place, source } = step.entry;
  return (
    <li className="relative px-4 py-2">
      <span aria-hidden className={classNames("absolute inset-y-0 left-0 w-[3px]", lanes[step.section].fill)} />
      <div className="flex flex-wrap items-center gap-x-3">
        {a === null ? (
          <span className="font-mono text-xs">{source}</span>
        ) : (
          <button
            type="button"
            className="min-h-6 font-mono text-accent text-xs hover:underline"
            onClick={() => onChoose(a.index)}
          >
            {source}
          </button>
        )}
        {branch === null ? null : <span className="text-faint text-xs">{branch}</span>}
        <span className="text-muted text-xs">{place === undefined ? "" : placeText(place)}</span>
        <span className="ml-auto text-faint text-xs tabular-nums">
          {[a, b].map((each) => (each === null ? "—" : milliseconds(each.durationMs))).join(" · ")}
        </span>
      </div>
      {a === null ? (
        <p className="text-xs">{t("onlyOther")}</p>
      ) : b === null ? (
        <p className="text-xs">{t("onlyThis")}</p>
      ) : null}
      {differs.map(({ what, name, a: own, b: theirs }) => (
        <div key={`${what} ${name}`} className="mt-1 grid grid-cols-1 gap-x-3 text-xs sm:grid-cols-[200px_1fr_1fr]">
          <span className="break-words text-muted">{what === "error" ? t("error") : changeText({ what, name })}</span>
          <Value label={t("this")} value={own} />
          <Value label={t("other")} value={theirs} />
        </div>
      ))}
    </li>
  );
}

function Value({ label, value }: { label: string; value: string | null }) {
  const t = useTranslations("run.compare");
  return (
    <span className="min-w-0">
      <span className="mr-1.5 text-faint">{label}</span>
      <code className="break-all">
        {value === null ? t("nothing") : value.length > 300 ? `${value.slice(0, 300)}…` : value}
      </code>
    </span>
  );
}
