"use client";

import { FlaskConical, Play, Square } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import type { SavedRequestProperties, TestResult, TestResults } from "@/contract/console-run";
import type { Draft } from "../../activity/draft";
import { useFirstOf } from "../../data/use-collection";
import { useEndpoint } from "../../data/use-endpoint";
import { FailurePanel } from "../../resources/failure";
import { useMe } from "../../shell/me";
import { useActions } from "../../shell/use-actions";
import { useUrlState } from "../../table/use-url-state";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { RelativeTime } from "../../ui/relative-time";
import { Select } from "../../ui/select";
import { Skeleton } from "../../ui/skeleton";
import { State } from "../../ui/state";
import { CoverageSummary } from "./coverage-summary";
import { TestRow } from "./test-row";
import { useTestRun } from "./use-test-run";

/** The saved requests of an API: what is expected of each, how the last run went, and what no test reached. */
export function ApiTests({ api }: { api: string }) {
  const t = useTranslations("tests");
  const { mayEdit } = useMe();
  const [search, change] = useUrlState();
  const saved = useFirstOf(`/apis/${api}/savedRequests`, { orderBy: "displayName", top: 1000 });
  const drafts = useEndpoint<{ value: Draft[] }>("/drafts");
  const last = useEndpoint<TestResults>(`/apis/${api}/testResults`);
  const { run, refusal, start, stop } = useTestRun(api);
  const draft = search.get("draft") ?? "";
  const going = run?.going === true;
  const requests = saved.data?.value.map(({ name, properties }) => ({
    name,
    properties: properties as unknown as SavedRequestProperties,
  }));
  const tests = requests?.filter(({ properties }) => (properties.assertions?.length ?? 0) > 0) ?? [];
  const stored = last.data?.value ?? null;
  const known = run === null ? (stored?.results ?? []) : [...run.results, ...run.earlier];
  const resultOf = (name: string): TestResult | undefined => known.find((each) => each.name === name);
  const runs = (names?: string[]) => {
    const isTheSame = (run?.draft ?? stored?.draft ?? "") === draft;
    const earlier = isTheSame && names !== undefined ? known.filter(({ name }) => !names.includes(name)) : [];
    void start({ ...(draft === "" ? {} : { draft }), ...(names === undefined ? {} : { names }) }, earlier);
  };
  useActions(
    mayEdit && tests.length > 0
      ? [
          {
            id: "tests-run",
            group: "page",
            label: t("runAll"),
            shortcut: "mod+enter",
            icon: Play,
            run: () => (going ? undefined : runs()),
          },
        ]
      : [],
  );
  const error = saved.error ?? last.error;
  if (error !== null)
    return <FailurePanel error={error} onRetry={() => void Promise.all([saved.refetch(), last.refetch()])} />;
  if (requests === undefined || last.data === undefined)
    return (
      <Card>
        <Skeleton className="h-40" />
      </Card>
    );
  if (requests.length === 0)
    return (
      <Card>
        <EmptyState
          icon={FlaskConical}
          title={t("empty.title")}
          text={t("empty.text")}
          actions={
            <Button asChild tone="primary">
              <Link href={`/console?api=${encodeURIComponent(api)}`}>{t("empty.open")}</Link>
            </Button>
          }
        />
      </Card>
    );
  const isWaiting = (name: string) =>
    going && (run.names === null || run.names.includes(name)) && !run.results.some((each) => each.name === name);
  const results = tests.flatMap(({ name }) => (isWaiting(name) ? [] : (resultOf(name) ?? [])));
  const failed = results.filter(({ ok }) => !ok).length;
  return (
    <div className="flex flex-col gap-5">
      {refusal === null ? null : <FailurePanel error={refusal} />}
      <Card
        flush
        title={
          <span className="flex flex-wrap items-baseline gap-x-3" aria-live="polite">
            {going ? (
              <State tone="info">
                {t("going", { done: run.results.length, of: run.names?.length ?? tests.length })}
              </State>
            ) : results.length === 0 ? (
              t("title")
            ) : failed > 0 ? (
              <State tone="bad">{t("failed", { failed, of: results.length })}</State>
            ) : (
              <State tone="good">{t("passed", { count: results.length })}</State>
            )}
            {going ? null : run !== null ? (
              <span className="font-normal text-muted text-sm">{run.draft === "" ? "" : t("ofDraft")}</span>
            ) : stored === null ? null : (
              <span className="font-normal text-muted text-sm">
                <RelativeTime at={stored.ranAt} />
                {stored.draft === null ? "" : ` · ${t("ofDraft")}`}
              </span>
            )}
          </span>
        }
      >
        {mayEdit ? (
          <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2.5">
            {going ? (
              <Button onClick={stop}>
                <Square size={14} aria-hidden />
                {t("stop")}
              </Button>
            ) : (
              <Button tone="primary" disabled={tests.length === 0} onClick={() => runs()}>
                <Play size={14} aria-hidden />
                {t("runAll")}
              </Button>
            )}
            <Select
              aria-label={t("against")}
              className="w-72 max-w-full"
              value={draft}
              onChange={(event) => change({ draft: event.target.value })}
              options={[
                { value: "", label: t("live") },
                ...(drafts.data?.value ?? []).map(({ id, title }) => ({ value: id, label: t("draft", { title }) })),
              ]}
            />
          </div>
        ) : null}
        <ul className="divide-y divide-line">
          {requests.map(({ name, properties }) => (
            <TestRow
              key={name}
              api={api}
              name={name}
              properties={properties}
              result={resultOf(name)}
              waiting={isWaiting(name)}
              draft={draft}
              onRun={mayEdit && !going ? () => runs([name]) : undefined}
            />
          ))}
        </ul>
      </Card>
      {stored === null || stored.coverage.length === 0 ? null : (
        <CoverageSummary coverage={stored.coverage} draft={stored.draft} />
      )}
    </div>
  );
}
