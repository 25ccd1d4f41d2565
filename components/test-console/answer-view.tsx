"use client";

import { Send } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { Card } from "../ui/card";
import { CodeBlock } from "../ui/code-block";
import { EmptyState } from "../ui/empty-state";
import { Fact, Facts } from "../ui/facts";
import { State, type StateTone } from "../ui/state";
import { Tabs } from "../ui/tabs";
import type { ConsoleAnswer } from "./console-answer";

/** What the gateway answered: how it went, then the content. */
export function AnswerView({ answer, curl }: { answer: ConsoleAnswer | undefined; curl: string | null }) {
  const t = useTranslations("console.answer");
  const format = useFormatter();
  if (answer === undefined) {
    return (
      <Card>
        <EmptyState icon={Send} title={t("empty.title")} text={t("empty.text")} />
      </Card>
    );
  }
  const pretty = prettyJson(answer);
  const content = (code: string, label: string) =>
    code === "" ? <p className="text-muted">{t("noBody")}</p> : <CodeBlock code={code} label={label} wrap />;
  const tabs = [
    ...(pretty === null ? [] : [{ id: "pretty", text: t("pretty"), content: content(pretty, t("pretty")) }]),
    { id: "raw", text: t("raw"), content: content(answer.body, t("raw")) },
    {
      id: "headers",
      text: t("headers", { count: answer.headers.length }),
      content: (
        <Facts>
          {answer.headers.map(({ name, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand twice, and the list never changes
            <Fact key={at} name={<code className="text-xs">{name}</code>}>
              <code className="break-all text-xs">{value}</code>
            </Fact>
          ))}
        </Facts>
      ),
    },
    ...(curl === null ? [] : [{ id: "curl", text: t("curl"), content: <CodeBlock code={curl} label={t("curl")} /> }]),
  ];
  return (
    <Card
      title={
        <span className="flex flex-wrap items-baseline gap-x-3">
          <State tone={toneOf(answer.status)}>
            {answer.status} {answer.reason}
          </State>
          <span className="text-muted text-sm tabular-nums">
            {t("duration", { ms: format.number(answer.durationMs, { maximumFractionDigits: 1 }) })}
          </span>
        </span>
      }
    >
      <p className="mb-3 break-all font-mono text-muted text-xs">{answer.url}</p>
      {answer.truncated ? <p className="mb-2 text-warn">{t("truncated")}</p> : null}
      {answer.bodyEncoding === "base64" ? <p className="mb-2 text-muted">{t("binary")}</p> : null}
      <Tabs key={pretty === null ? "raw" : "pretty"} label={t("views")} tabs={tabs} />
    </Card>
  );
}

const toneOf = (status: number): StateTone =>
  status >= 500 ? "bad" : status >= 400 ? "warn" : status >= 300 ? "info" : "good";

function prettyJson({ body, headers }: ConsoleAnswer): string | null {
  const type = headers.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  if (!/[/+]json\b/i.test(type)) return null;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return null;
  }
}
