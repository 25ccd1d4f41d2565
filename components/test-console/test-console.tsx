"use client";

import { Search, Waypoints } from "lucide-react";
import Link from "next/link";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { RunRequest, SavedRequestProperties } from "@/contract/console-run";
import type { Draft } from "../activity/draft";
import type { Resource } from "../data/resource";
import { useFirstOf } from "../data/use-collection";
import { useDocument } from "../data/use-document";
import { useEndpoint } from "../data/use-endpoint";
import { FailurePanel } from "../resources/failure";
import { PageHeader } from "../resources/page-header";
import { useMe } from "../shell/me";
import { useActions } from "../shell/use-actions";
import { useUrlState } from "../table/use-url-state";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { classNames } from "../ui/class-names";
import { EmptyState } from "../ui/empty-state";
import { Field } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Select } from "../ui/select";
import { Skeleton } from "../ui/skeleton";
import { RunResult } from "./answer/run-result";
import { describeOperation } from "./request/operation-description";
import { OperationFinder } from "./request/operation-finder";
import { RequestBench } from "./request/request-bench";
import type { ConsoleRun } from "./run/console-run";
import { HistoryMenu } from "./run/history-menu";
import { keyHeaderOf, requestForCode } from "./run/request-for-code-of";
import { useRunHistory } from "./run/run-history";
import { useConsoleRun } from "./run/use-console-run";
import { useStoredTrace } from "./run/use-stored-trace";
import { TraceView } from "./trace/trace-view";

const shownAtMost = 1000;
/** Names are the same in any case. */
const isNamed =
  (wanted: string | null) =>
  ({ name }: Resource): boolean =>
    name.toLowerCase() === wanted?.toLowerCase();

/** Try an operation: choose it, fill it in, see what the gateway answers and why. The address holds what was chosen. */
export function TestConsole() {
  const t = useTranslations("console");
  const more = useTranslations("run");
  const { mayEdit } = useMe();
  const [search, change] = useUrlState();
  const [finding, setFinding] = useState(false);
  const drafts = useEndpoint<{ value: Draft[] }>("/drafts");
  // What a draft has is offered with it; of one that ended nothing is left.
  const wanted = search.get("draft");
  const draft = drafts.data?.value.some(({ id }) => id === wanted) ? wanted : null;
  const enabled = wanted === null || drafts.data !== undefined || drafts.error !== null;
  const apis = useFirstOf("/apis", { orderBy: "displayName", top: shownAtMost, draft, enabled });
  const api = apis.data?.value.find(isNamed(search.get("api"))) ?? apis.data?.value[0];
  const operations = useFirstOf(`/apis/${api?.name}/operations`, {
    orderBy: "displayName",
    top: shownAtMost,
    draft,
    enabled: api !== undefined,
  });
  // Until those of another API have come, the former's are of no use.
  const listed = operations.isPlaceholderData ? undefined : operations.data;
  const operation = listed?.value.find(isNamed(search.get("operation"))) ?? listed?.value[0];
  const subscriptions = useFirstOf("/subscriptions", { orderBy: "displayName", top: shownAtMost, draft, enabled });
  const environments = useFirstOf("/environments", { orderBy: "displayName", top: shownAtMost, draft, enabled });
  const savedName = search.get("saved");
  const savedPath = `/apis/${api?.name}/savedRequests/${savedName}`;
  const saved = useDocument(savedPath, { enabled: api !== undefined && savedName !== null });
  const savedProperties =
    savedName === null ? undefined : (saved.data?.resource.properties as unknown as SavedRequestProperties | undefined);
  const { run, refusal, send, stop, open } = useConsoleRun();
  const history = useRunHistory();
  const [reopened, setReopened] = useState<{ request: RunRequest; at: number } | null>(null);
  // A run of this session that the address names is shown until another one is sent.
  const shown = run ?? (refusal === null ? (history.find(({ id }) => id === search.get("run")) ?? null) : null);
  const description = useMemo(() => (operation === undefined ? null : describeOperation(operation)), [operation]);
  const isReady = listed !== undefined && subscriptions.data !== undefined && (savedName === null || !saved.isLoading);
  const failure = apis.error ?? operations.error ?? subscriptions.error;
  const traced = useStoredTrace(shown === null ? search.get("trace") : null, api?.name, operation?.name);
  const code = shown === null ? null : requestForCode(shown, keyHeaderOf(api));
  useActions([
    {
      id: "console-find",
      group: "page",
      label: more("find.title"),
      shortcut: "/",
      icon: Search,
      run: () => setFinding(true),
    },
  ]);
  const chooseApi = (name: string) => change({ api: name, operation: null, saved: null });
  const chooseOperation = (name: string) => change({ api: api?.name ?? null, operation: name, saved: null });

  return (
    <div className="mx-auto min-h-full w-full max-w-480 px-4 pt-5 pb-10 sm:px-6">
      <PageHeader
        title={t("title")}
        lead={mayEdit ? t("lead") : t("readOnly")}
        actions={
          <>
            <HistoryMenu
              onOpen={(kept) => {
                open(kept);
                setReopened({ request: kept.request, at: Date.now() });
                change({
                  api: kept.request.apiId,
                  operation: kept.request.operationId,
                  key: kept.request.subscriptionId ?? "none",
                  env: kept.request.environment ?? null,
                  draft: kept.request.draft ?? null,
                  run: kept.id,
                  saved: null,
                  trace: null,
                  step: null,
                  compare: null,
                });
              }}
            />
            <Button asChild>
              <Link href="/settings/environments">{more("environments.title")}</Link>
            </Button>
          </>
        }
      />
      {failure === null ? null : <FailurePanel error={failure} />}
      {apis.data?.count === 0 ? (
        <EmptyState
          icon={Waypoints}
          title={t("noApi.title")}
          text={t("noApi.text")}
          actions={
            <Button asChild tone="primary">
              <Link href="/apis">{t("noApi.open")}</Link>
            </Button>
          }
        />
      ) : (
        <div className="flex flex-col gap-5">
          <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
            <div className="flex min-w-0 flex-col gap-4">
              <div className="grid grid-cols-1 items-end gap-x-3 gap-y-4 sm:grid-cols-2">
                <Field id="console-api" label={t("api")}>
                  <Select
                    id="console-api"
                    value={api?.name ?? ""}
                    onChange={(event) => chooseApi(event.target.value)}
                    options={(apis.data?.value ?? []).map(({ name, properties }) => ({
                      value: name,
                      label: String(properties.displayName ?? name),
                    }))}
                  />
                </Field>
                <div className="flex items-end gap-1">
                  <Field id="console-operation" label={t("operation")} className="flex-1">
                    <Select
                      id="console-operation"
                      disabled={listed?.count === 0}
                      value={operation?.name ?? ""}
                      onChange={(event) => chooseOperation(event.target.value)}
                      options={(operations.data?.value ?? []).map(({ name, properties }) => ({
                        value: name,
                        label: `${properties.method} ${properties.displayName ?? name}`,
                      }))}
                    />
                  </Field>
                  <IconButton icon={Search} label={more("find.title")} shortcut="/" onClick={() => setFinding(true)} />
                </div>
              </div>
              {listed?.count === 0 ? (
                <Card>
                  <EmptyState
                    icon={Waypoints}
                    title={t("noOperation")}
                    text={t("noOperationText")}
                    actions={
                      <Button asChild tone="primary">
                        <Link href={`/apis/${encodeURIComponent(api?.name ?? "")}/operations`}>
                          {t("openOperations")}
                        </Link>
                      </Button>
                    }
                  />
                </Card>
              ) : operation === undefined || api === undefined || description === null || !isReady ? (
                <Skeleton className="h-130 w-full rounded-card" />
              ) : (
                <RequestBench
                  key={`${operation.id} ${savedName ?? ""} ${saved.data?.etag ?? ""} ${reopened?.at ?? ""}`}
                  api={api}
                  operation={operation}
                  description={description}
                  subscriptions={subscriptions.data?.value ?? []}
                  environments={environments.data?.value ?? []}
                  drafts={drafts.data?.value ?? []}
                  saved={
                    savedProperties === undefined || savedName === null
                      ? null
                      : { name: savedName, properties: savedProperties, etag: saved.data?.etag ?? null }
                  }
                  reopened={reopened?.request.operationId === operation.name ? reopened.request : null}
                  busy={run?.state === "running"}
                  onSend={(request) => {
                    change({ step: null, compare: null, run: null, trace: null });
                    void send(request).then((done) => (done === null ? undefined : change({ run: done.id })));
                  }}
                  onStop={stop}
                />
              )}
            </div>
            {/* On a phone it stands below the form, and must not be pushed down when that comes. */}
            <section
              aria-label={t("answer.label")}
              className={classNames("min-w-0", !isReady && listed?.count !== 0 && "max-lg:hidden")}
            >
              <RunResult run={shown} refusal={refusal} request={code} mayEdit={mayEdit} />
            </section>
          </div>
          {(shown ?? traced) === null ? null : (
            <section id="console-trace" aria-label={more("trace.title")} className="min-w-0 scroll-mt-4">
              <TraceView run={(shown ?? traced) as ConsoleRun} mayEvaluate={mayEdit} />
            </section>
          )}
        </div>
      )}
      <OperationFinder
        open={finding}
        onOpenChange={setFinding}
        api={api}
        draft={draft}
        onOperation={chooseOperation}
        onApi={chooseApi}
      />
    </div>
  );
}
