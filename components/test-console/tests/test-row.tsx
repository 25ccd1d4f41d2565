"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import type { SavedRequestProperties, TestResult } from "@/contract/console-run";
import { lastSegment } from "../../data/resource";
import { useSaid } from "../../text/use-said";
import { IconButton } from "../../ui/icon-button";
import { State } from "../../ui/state";
import { useMilliseconds } from "../trace/use-milliseconds";
import { useAssertionText } from "./use-assertion-text";

/** A saved request, how it went last, and what was otherwise than expected. */
export function TestRow({
  api,
  name,
  properties,
  result,
  waiting,
  draft,
  onRun,
}: {
  api: string;
  name: string;
  properties: SavedRequestProperties;
  result: TestResult | undefined;
  waiting: boolean;
  draft: string;
  onRun: (() => void) | undefined;
}) {
  const t = useTranslations("tests");
  const compared = useTranslations("run.compare");
  const milliseconds = useMilliseconds();
  const assertionText = useAssertionText();
  const said = useSaid("said");
  // What an answer held is quoted as it was; what stands in parentheses says why there is nothing to quote.
  const told = (actual: string) => (/^\(.*\)$/.test(actual) ? said(actual) : actual);
  const count = properties.assertions?.length ?? 0;
  const operation = lastSegment(properties.operationId);
  const address = (trace: string | null) => {
    const query = new URLSearchParams({ api, operation, saved: name });
    if (draft !== "") query.set("draft", draft);
    if (trace !== null) query.set("trace", trace);
    return `/console?${query}`;
  };
  return (
    <li className="px-4 py-2.5">
      <div className="flex items-center gap-3">
        <span className="w-24 shrink-0 max-sm:w-8">
          {waiting ? (
            <State tone="info">
              <span className="max-sm:sr-only">{t("state.running")}</span>
            </State>
          ) : count === 0 ? (
            <State tone="idle">
              <span className="max-sm:sr-only">{t("state.noTest")}</span>
            </State>
          ) : result === undefined ? (
            <State tone="idle">
              <span className="max-sm:sr-only">{t("state.notRun")}</span>
            </State>
          ) : (
            <State tone={result.ok ? "good" : "bad"}>
              <span className="max-sm:sr-only">{t(result.ok ? "state.passed" : "state.failed")}</span>
            </State>
          )}
        </span>
        <span className="min-w-0 flex-1">
          <Link href={address(null)} className="block truncate hover:underline">
            {properties.displayName}
          </Link>
          <span className="block truncate text-muted text-xs">
            <span className="font-mono">{operation}</span> · {t("expects", { count })}
            {result === undefined || waiting
              ? ""
              : ` · ${result.status ?? t("noAnswer")} · ${milliseconds(result.durationMs)}`}
          </span>
        </span>
        {onRun === undefined || count === 0 ? null : (
          <IconButton icon={Play} size="small" label={t("run", { name: properties.displayName })} onClick={onRun} />
        )}
      </div>
      {result === undefined || result.ok || waiting ? null : (
        <div className="mt-2 sm:pl-27">
          <ul className="flex flex-col gap-2">
            {result.failures.map((failure, at) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
                key={at}
                className="rounded-control border border-line bg-sunken px-3 py-2 text-xs"
              >
                <p className="mb-1">
                  {failure.assertion === null ? t("couldNotRun") : assertionText(failure.assertion)}
                </p>
                {failure.assertion === null ? (
                  <p className="whitespace-pre-wrap break-words text-bad">{said(failure.actual)}</p>
                ) : (
                  <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3">
                    <dt className="text-muted">{t("expected")}</dt>
                    <dd className="whitespace-pre-wrap break-all font-mono">{failure.expected}</dd>
                    <dt className="text-muted">{t("actual")}</dt>
                    <dd className="whitespace-pre-wrap break-all font-mono text-bad">
                      {failure.actual === "" ? compared("nothing") : told(failure.actual)}
                    </dd>
                  </dl>
                )}
              </li>
            ))}
          </ul>
          {result.traceId === null ? null : (
            <Link
              href={address(result.traceId)}
              className="mt-1.5 inline-flex min-h-6 items-center text-accent hover:underline"
            >
              {t("showTrace")}
            </Link>
          )}
        </div>
      )}
    </li>
  );
}
