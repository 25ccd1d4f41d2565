"use client";

import { FlaskConical, Route } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { ArmError } from "../../data/arm-error";
import { FailurePanel } from "../../resources/failure";
import { useUrlState } from "../../table/use-url-state";
import { useSaid } from "../../text/use-said";
import { Button } from "../../ui/button";
import { ErrorPanel } from "../../ui/error-panel";
import type { RequestForCode } from "../code/request-for-code";
import type { ConsoleRun } from "../run/console-run";
import { SaveAsTest } from "../tests/save-as-test";
import { failedStep, traceSteps } from "../trace/trace-steps";
import { useExplanation } from "../trace/use-explanation";
import { AnswerView } from "./answer-view";

/** How a run went: refused, unreachable, or answered, and in one sentence why. */
export function RunResult({
  run,
  refusal,
  request,
  mayEdit,
}: {
  run: ConsoleRun | null;
  refusal: ArmError | null;
  request: RequestForCode | null;
  mayEdit: boolean;
}) {
  const t = useTranslations("run.answer");
  const tests = useTranslations("tests.save");
  const explain = useExplanation();
  const said = useSaid("said");
  const [, change] = useUrlState();
  const [saving, setSaving] = useState(false);
  const trace = run?.trace;
  const failed = useMemo(() => (trace == null ? null : failedStep(traceSteps(trace))), [trace]);
  const status =
    run === null ? "" : run.head !== null && run.state !== "running" ? t("said", { status: run.head.status }) : "";
  if (refusal !== null) return <FailurePanel error={refusal} />;
  const error = failed?.entry.error ?? (failed === null ? null : failed.entry.data);
  const reason = typeof error?.reason === "string" ? error.reason : null;
  return (
    <>
      <p className="sr-only" role="status">
        {run?.state === "running" ? t("sending") : status}
      </p>
      <AnswerView
        run={run}
        request={request}
        actions={
          run?.state === "done" && mayEdit ? (
            <Button size="small" onClick={() => setSaving(true)}>
              <FlaskConical size={14} aria-hidden />
              {tests("open")}
            </Button>
          ) : undefined
        }
      >
        {run?.failure == null ? null : (
          <div className="mb-3">
            <ErrorPanel
              title={run.failure.message === "" ? t("connectionLost") : said(run.failure.message)}
              where={run.failure.code}
              next={explain(run.failure.code)}
            />
          </div>
        )}
        {failed === null || error === null ? null : (
          <div className="mb-3 rounded-control border border-line bg-sunken px-3 py-2">
            <p className="break-words">
              <span className="font-mono text-bad text-xs">{String(error.source ?? failed.entry.source)}</span>{" "}
              {String(error.message ?? "")}
            </p>
            {explain(reason) === undefined ? null : <p className="mt-1 text-muted text-xs">{explain(reason)}</p>}
            <Button
              size="small"
              className="mt-2"
              onClick={() => {
                change({ step: String(failed.index + 1) });
                const trace = document.getElementById("console-trace");
                trace?.scrollIntoView({ block: "start" });
                trace?.querySelector<HTMLElement>("[role=tree]")?.focus({ preventScroll: true });
              }}
            >
              <Route size={14} aria-hidden />
              {t("showStep")}
            </Button>
          </div>
        )}
      </AnswerView>
      {saving && run !== null ? <SaveAsTest run={run} onClose={() => setSaving(false)} /> : null}
    </>
  );
}
