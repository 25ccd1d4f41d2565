"use client";

import { Route, StepBack, StepForward } from "lucide-react";
import { type KeyboardEvent, useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useActions } from "../../shell/use-actions";
import { useUrlState } from "../../table/use-url-state";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { Select } from "../../ui/select";
import { Skeleton } from "../../ui/skeleton";
import { State } from "../../ui/state";
import { bodyText, type ConsoleRun } from "../run/console-run";
import { useRunHistory } from "../run/run-history";
import { CompareView } from "./compare-view";
import { moveStep } from "./move-step";
import { StepList } from "./step-list";
import { StepPanel } from "./step-panel";
import { StepStrip } from "./step-strip";
import { failedStep, type TraceStep, traceSteps } from "./trace-steps";
import { useMilliseconds } from "./use-milliseconds";

/** Why the answer is what it is: every step of the gateway, one after another. */
export function TraceView({ run, mayEvaluate }: { run: ConsoleRun; mayEvaluate: boolean }) {
  const t = useTranslations("run.trace");
  const { trace } = run;
  const steps = useMemo(() => (trace == null ? [] : traceSteps(trace)), [trace]);
  if (trace === undefined && run.request.trace !== false) {
    return (
      <Card title={t("title")}>
        <div aria-busy className="flex flex-col gap-3">
          <p className="text-muted" role="status">
            {t("coming")}
          </p>
          <Skeleton className="h-7" />
          <Skeleton className="h-60" />
        </div>
      </Card>
    );
  }
  if (steps.length === 0) {
    const why =
      run.request.trace === false
        ? "off"
        : run.failure !== null
          ? "unreachable"
          : run.state === "stopped"
            ? "stopped"
            : "lost";
    return (
      <Card title={t("title")}>
        <EmptyState icon={Route} title={t(`none.${why}.title`)} text={t(`none.${why}.text`)} />
      </Card>
    );
  }
  return <TracedRun key={run.id} run={run} steps={steps} mayEvaluate={mayEvaluate} />;
}

function TracedRun({
  run,
  steps,
  mayEvaluate,
}: {
  run: ConsoleRun;
  steps: readonly TraceStep[];
  mayEvaluate: boolean;
}) {
  const t = useTranslations("run.trace");
  const format = useFormatter();
  const milliseconds = useMilliseconds();
  const [search, change] = useUrlState();
  const history = useRunHistory();
  const failed = useMemo(() => failedStep(steps), [steps]);
  const chosenIn = (written: string | null): number => {
    const asked = written === null ? Number.NaN : Number(written) - 1;
    const isStep = Number.isInteger(asked) && asked >= 0 && asked < steps.length;
    return isStep ? asked : (failed?.index ?? firstOfInterest(steps));
  };
  const chosen = chosenIn(search.get("step"));
  const ends = useMemo(
    () => ({
      sentBody: run.request.bodyEncoding === "base64" ? null : (run.sent?.body ?? null),
      answerBody: run.state === "done" ? bodyText(run) : null,
    }),
    [run],
  );
  const others = history.filter(({ id, trace }) => id !== run.id && trace != null);
  const other = others.find(({ id }) => id === search.get("compare"));
  const choose = (index: number) => change({ step: String(index + 1) });
  const move = (key: string): boolean => {
    // Keys may come faster than what they chose is drawn.
    const from = chosenIn(new URLSearchParams(window.location.search).get("step"));
    const next = moveStep(key, from, steps.length);
    if (next === null) return false;
    choose(next);
    return true;
  };
  useActions([
    {
      id: "trace-next",
      group: "page",
      label: t("next"),
      shortcut: "k",
      icon: StepForward,
      run: () => void move("ArrowRight"),
    },
    {
      id: "trace-previous",
      group: "page",
      label: t("previous"),
      shortcut: "j",
      icon: StepBack,
      run: () => void move("ArrowLeft"),
    },
  ]);
  const whole = Math.max(...steps.map(({ startMs, durationMs }) => startMs + durationMs));
  return (
    <Card
      flush
      title={
        <span className="flex flex-wrap items-center gap-x-3 whitespace-normal py-1.5">
          <span>{t("title")}</span>
          <span className="font-normal text-muted text-sm tabular-nums">
            {t("summary", { count: steps.length, ms: milliseconds(whole) })}
          </span>
          {failed === null ? null : <State tone="bad">{t("failedAt", { name: nameOf(failed) })}</State>}
        </span>
      }
      actions={
        others.length === 0 ? undefined : (
          <Select
            aria-label={t("compare")}
            className="w-56 max-sm:w-36"
            value={other?.id ?? ""}
            onChange={(event) => change({ compare: event.target.value })}
            options={[
              { value: "", label: t("compareNone") },
              ...others.map((each) => ({
                value: each.id,
                label: t("compareWith", {
                  status: String(each.head?.status ?? "—"),
                  operation: each.request.operationId,
                  at: format.dateTime(new Date(each.sent?.startedAt ?? 0), { timeStyle: "medium" }),
                }),
              })),
            ]}
          />
        )
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys work wherever in the trace the focus is */}
      <div onKeyDown={(event) => (isForSteps(event) && move(event.key) ? event.preventDefault() : undefined)}>
        <div className="border-line border-b p-4">
          <StepStrip steps={steps} chosen={chosen} onChoose={choose} onMove={move} />
        </div>
        <p className="sr-only" role="status">
          {t("announce", {
            at: chosen + 1,
            count: steps.length,
            name: steps[chosen] === undefined ? "" : nameOf(steps[chosen]),
          })}
        </p>
        {other?.trace == null ? null : (
          <div className="border-line border-b">
            <CompareView steps={steps} other={other.trace} onChoose={choose} />
          </div>
        )}
        <div className="grid min-w-0 grid-cols-1 lg:grid-cols-[minmax(320px,2fr)_3fr]">
          <div className="min-w-0 border-line lg:border-r">
            <StepList steps={steps} chosen={chosen} onChoose={choose} onMove={move} />
          </div>
          <div className="min-w-0 max-lg:border-line max-lg:border-t">
            <StepPanel
              steps={steps}
              chosen={chosen}
              ends={ends}
              draft={run.request.draft ?? null}
              onMove={move}
              mayEvaluate={mayEvaluate}
            />
          </div>
        </div>
      </div>
    </Card>
  );
}

const nameOf = ({ entry }: TraceStep): string =>
  entry.source === "error" ? String(entry.data.source ?? entry.source) : entry.source;

/** The first policy: what comes before is how the request was received. */
const firstOfInterest = (steps: readonly TraceStep[]): number =>
  steps.find(({ entry }) => entry.place !== undefined)?.index ?? 0;

/** Not while something is typed into, or what has the focus uses the arrows itself. */
function isForSteps({ target, key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented || !(key === "ArrowLeft" || key === "ArrowRight")) return false;
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [role=tab], [contenteditable=true], pre, [role=group]") === null
  );
}
