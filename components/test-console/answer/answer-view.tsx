"use client";

import { Send } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { State, type StateTone } from "../../ui/state";
import { Tabs } from "../../ui/tabs";
import type { RequestForCode } from "../code/request-for-code";
import { bodyText, type ConsoleRun, headerOf } from "../run/console-run";
import { BinaryView } from "./binary-view";
import { CopyAs } from "./copy-as";
import { formatJson } from "./format-json";
import { formatXml } from "./format-xml";
import { HeaderView } from "./header-view";
import { StreamView } from "./stream-view";
import { TextView } from "./text-view";
import { WaitingFor } from "./waiting-for";

/** What the gateway answered: how it went, then the content. */
export function AnswerView({
  run,
  request,
  actions,
  children,
}: {
  run: ConsoleRun | null;
  request: RequestForCode | null;
  actions?: ReactNode;
  /** Stands between how it went and the content. */
  children?: ReactNode;
}) {
  const t = useTranslations("console.answer");
  const more = useTranslations("run.answer");
  const format = useFormatter();
  const head = run?.head ?? null;
  const chunks = run?.chunks;
  const going = run?.state === "running";
  const text = useMemo(() => (chunks === undefined ? "" : bodyText({ chunks })), [chunks]);
  const type = head === null ? "" : (headerOf(head.headers, "content-type") ?? "");
  const isCut = run?.truncated === true;
  const pretty = useMemo(
    () => (text === null || going ? null : prettyOf(text, type, isCut)),
    [text, type, going, isCut],
  );
  if (run === null) {
    return (
      <Card className="min-h-72">
        <EmptyState icon={Send} title={t("empty.title")} text={t("empty.text")} />
      </Card>
    );
  }
  const isStream = /^text\/event-stream\b/i.test(type) || (going && run.chunks.length > 1) || isSlow(run);
  const content = (code: string, label: string) =>
    code === "" ? (
      <p className="text-muted">{going ? more("waiting") : t("noBody")}</p>
    ) : (
      <TextView text={code} label={label} />
    );
  const tabs =
    head === null
      ? []
      : [
          ...(isStream
            ? [{ id: "stream", text: more("stream"), content: <StreamView chunks={run.chunks} going={going} /> }]
            : []),
          ...(text === null
            ? [{ id: "binary", text: more("content"), content: <BinaryView chunks={run.chunks} type={type} /> }]
            : [
                ...(pretty === null
                  ? []
                  : [{ id: "pretty", text: t("pretty"), content: content(pretty, t("pretty")) }]),
                { id: "raw", text: t("raw"), content: content(text, t("raw")) },
              ]),
          {
            id: "headers",
            text: t("headers", { count: head.headers.length }),
            content: <HeaderView headers={head.headers} />,
          },
          ...(request === null
            ? []
            : [{ id: "curl", text: t("curl"), content: <CopyAs request={request} label={t("curl")} /> }]),
        ];
  return (
    <Card
      className="min-h-72"
      actions={actions}
      title={
        <span className="flex flex-wrap items-center gap-x-3 whitespace-normal py-1.5">
          {head === null ? (
            <State tone={going ? "info" : run.state === "stopped" ? "idle" : "bad"}>
              {going ? more("sending") : run.state === "stopped" ? more("stopped") : more("noAnswer")}
            </State>
          ) : (
            <State tone={toneOf(head.status)}>
              {head.status} {head.reason}
            </State>
          )}
          <span className="font-normal text-muted text-sm tabular-nums">
            {[
              run.durationMs === null
                ? null
                : t("duration", { ms: format.number(run.durationMs, { maximumFractionDigits: 1 }) }),
              run.bodyBytes === null ? null : more("size", { size: sizeText(run.bodyBytes, format) }),
              head !== null && run.state === "stopped" ? more("stopped") : null,
            ]
              .filter((part) => part !== null)
              .join(" · ")}
          </span>
        </span>
      }
    >
      <p className="mb-3 break-all font-mono text-muted text-xs">
        {run.sent === null ? "" : `${run.sent.method === "GET" ? "" : `${run.sent.method} `}${run.sent.url}`}
      </p>
      {children}
      {run.truncated ? <p className="mb-2 text-warn">{t("truncated")}</p> : null}
      {head === null ? (
        going ? (
          <WaitingFor key={run.id} since={run.sent?.startedAt ?? Date.now()} />
        ) : (
          <p className="text-muted">{more("nothingCame")}</p>
        )
      ) : (
        <Tabs key={tabs[0]?.id} label={t("views")} tabs={tabs} />
      )}
    </Card>
  );
}

const toneOf = (status: number): StateTone =>
  status >= 500 ? "bad" : status >= 400 ? "warn" : status >= 300 ? "info" : "good";

function prettyOf(text: string, type: string, isCut: boolean): string | null {
  if (/[/+]json\b/i.test(type) || (type === "" && /^\s*[[{]/.test(text))) return formatJson(text, isCut);
  return /[/+]xml\b/i.test(type) ? formatXml(text) : null;
}

/** Pieces that came one after another over a while are worth seeing one after another. */
const isSlow = ({ chunks }: ConsoleRun): boolean =>
  chunks.length > 2 && (chunks.at(-1)?.afterMs ?? 0) - (chunks[0]?.afterMs ?? 0) > 1_000;

function sizeText(bytes: number, format: ReturnType<typeof useFormatter>): string {
  const [value, unit] =
    bytes < 1_000
      ? ([bytes, "byte"] as const)
      : bytes < 1_000_000
        ? ([bytes / 1_000, "kilobyte"] as const)
        : ([bytes / 1_000_000, "megabyte"] as const);
  return format.number(value, {
    style: "unit",
    unit,
    unitDisplay: bytes < 1_000 ? "long" : "short",
    maximumFractionDigits: 1,
  });
}
