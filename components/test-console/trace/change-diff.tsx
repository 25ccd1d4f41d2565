"use client";

import { useTranslations } from "use-intl";
import type { TraceChange } from "@/contract/trace";
import { formatJson } from "../answer/format-json";
import { type DiffLine, diffLines, withoutTheSame } from "./diff-lines";
import { isText } from "./is-text";
import { isUnread } from "./state-at";
import { useStepTexts } from "./use-step-texts";

const narrowest = 32;

/** What a step made different: what was there before, and what is there now. */
export function ChangeDiff({ changes }: { changes: readonly TraceChange[] }) {
  const t = useTranslations("run.trace");
  const { changeText } = useStepTexts();
  if (changes.length === 0) return <p className="text-muted">{t("changedNothing")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {changes.map((change) => (
        <li key={`${change.what} ${change.name}`} className="min-w-0">
          <p className="mb-1 break-words font-mono text-muted text-xs">{changeText(change)}</p>
          <Values change={change} />
        </li>
      ))}
    </ul>
  );
}

function Values({ change: { before, after } }: { change: TraceChange }) {
  const t = useTranslations("run.trace");
  const shown = (value: string | null) =>
    value === null ? null : isUnread(value) ? t("unread") : isText(value) ? (formatJson(value) ?? value) : t("notText");
  const [old, now] = [shown(before), shown(after)];
  const lines =
    old !== null && now !== null && (old.includes("\n") || now.includes("\n"))
      ? withoutTheSame(diffLines(old, now))
      : [
          ...(old === null ? [] : old.split("\n").map((text) => ({ kind: "removed" as const, text }))),
          ...(now === null ? [] : now.split("\n").map((text) => ({ kind: "added" as const, text }))),
        ];
  const kinds = {
    same: { mark: " ", label: null, classes: "text-muted" },
    removed: { mark: "−", label: t("before"), classes: "bg-bad-soft" },
    added: { mark: "+", label: t("after"), classes: "bg-good-soft" },
  };
  return (
    <div
      className="max-h-80 overflow-auto rounded-control border border-line font-mono text-xs"
      {...scrolls(lines, t("values"))}
    >
      {lines.slice(0, 400).map((line, at) =>
        line === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
          <div key={at} className="bg-sunken px-2 text-faint">
            ⋯
          </div>
        ) : (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
            key={at}
            className={`grid grid-cols-[16px_minmax(0,1fr)] px-2 py-0.5 ${kinds[line.kind].classes}`}
          >
            <span aria-hidden>{kinds[line.kind].mark}</span>
            <span className="whitespace-pre-wrap break-all">
              {kinds[line.kind].label === null ? null : <span className="sr-only">{kinds[line.kind].label} </span>}
              {line.text === "" ? t("empty") : line.text.slice(0, 4_000)}
            </span>
          </div>
        ),
      )}
    </div>
  );
}

/** What may scroll can be reached with the keyboard; a long line is several where it is narrow. */
const scrolls = (lines: readonly (DiffLine | null)[], label: string) =>
  lines.reduce((rows, line) => rows + Math.max(1, Math.ceil((line?.text.length ?? 0) / narrowest)), 0) > 12
    ? { tabIndex: 0, role: "group", "aria-label": label }
    : {};
