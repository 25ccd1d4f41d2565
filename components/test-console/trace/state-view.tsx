"use client";

import { useTranslations } from "use-intl";
import type { TraceChange } from "@/contract/trace";
import { classNames } from "../../ui/class-names";
import { formatJson } from "../answer/format-json";
import { TextView } from "../answer/text-view";
import { isText } from "./is-text";
import { isUnread, type TracedState } from "./state-at";

/** What names the step touched; they are marked. */
type Touched = (what: TraceChange["what"], name: string) => boolean;

/** The request as it stood. */
export function RequestState({ state, touched }: { state: TracedState; touched: Touched }) {
  const t = useTranslations("run.state");
  const { request, target } = state;
  return (
    <div className="flex flex-col gap-4">
      <Lines
        lines={[
          { name: t("method"), value: request.method, marked: touched("request", "method") },
          { name: t("url"), value: request.url },
          { name: t("target"), value: target.url ?? t("none"), marked: touched("target", "url") },
          ...(target.backend === null
            ? []
            : [{ name: t("backend"), value: target.backend, marked: touched("target", "backend") }]),
        ]}
      />
      <Headers headers={request.headers} touched={(name) => touched("request", `header ${name}`)} />
      <Body body={request.body} marked={touched("request", "body")} />
    </div>
  );
}

/** The response as it stood. */
export function ResponseState({ state: { response }, touched }: { state: TracedState; touched: Touched }) {
  const t = useTranslations("run.state");
  if (response === null) return <p className="text-muted">{t("noResponse")}</p>;
  return (
    <div className="flex flex-col gap-4">
      <Lines lines={[{ name: t("status"), value: response.status, marked: touched("response", "status") }]} />
      <Headers headers={response.headers} touched={(name) => touched("response", `header ${name}`)} />
      <Body body={response.body} marked={touched("response", "body")} />
    </div>
  );
}

export function VariableState({ state: { variables }, touched }: { state: TracedState; touched: Touched }) {
  const t = useTranslations("run.state");
  if (variables.size === 0) return <p className="text-muted">{t("noVariables")}</p>;
  return (
    <Lines
      mono
      lines={[...variables].map(([name, value]) => ({
        name,
        value: value ?? "null",
        marked: touched("variable", name),
      }))}
    />
  );
}

function Headers({ headers, touched }: { headers: ReadonlyMap<string, string>; touched(name: string): boolean }) {
  const t = useTranslations("run.state");
  return (
    <section>
      <h4 className="mb-1 font-strong text-xs">{t("headers", { count: headers.size })}</h4>
      <Lines mono lines={[...headers].map(([name, value]) => ({ name, value, marked: touched(name) }))} />
    </section>
  );
}

function Body({ body, marked }: { body: string | null; marked: boolean }) {
  const t = useTranslations("run.state");
  const trace = useTranslations("run.trace");
  return (
    <section>
      <h4 className={classNames("mb-1 font-strong text-xs", marked && "text-accent")}>
        {t("body")}
        {marked ? ` · ${t("changedHere")}` : ""}
      </h4>
      {body === null || body === "" ? (
        <p className="text-muted">{t("noBody")}</p>
      ) : isUnread(body) ? (
        <p className="text-muted">{t("unreadBody")}</p>
      ) : !isText(body) ? (
        <p className="text-muted">{trace("notText")}</p>
      ) : (
        <TextView text={formatJson(body) ?? body} label={t("body")} />
      )}
    </section>
  );
}

function Lines({
  lines,
  mono = false,
}: {
  lines: readonly { name: string; value: string; marked?: boolean }[];
  mono?: boolean;
}) {
  const t = useTranslations("run.state");
  return (
    <dl className="grid grid-cols-1 gap-x-4 sm:grid-cols-[minmax(96px,200px)_minmax(0,1fr)]">
      {lines.map(({ name, value, marked = false }) => (
        <div key={name} className={classNames("contents", marked && "font-strong")}>
          <dt
            className={classNames(
              "break-words pt-1 text-xs sm:pb-1",
              mono && "font-mono",
              marked ? "text-accent" : "text-muted",
            )}
          >
            {name}
            {marked ? <span className="sr-only"> {t("changedHere")}</span> : null}
          </dt>
          <dd className="min-w-0 whitespace-pre-wrap break-all pb-1 font-mono text-xs sm:pt-1">
            {value.length > 4_000 ? `${value.slice(0, 4_000)}…` : value === "" ? t("emptyValue") : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
