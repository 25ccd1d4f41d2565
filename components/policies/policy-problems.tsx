"use client";

import { CircleAlert } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import type { ArmError } from "../data/arm-error";

const place = /line (\d+),? (?:column|position) (\d+)/i;

/** What the server found, each with a way to where it stands. */
export function PolicyProblems({
  error,
  text,
  area,
}: {
  error: ArmError;
  text: string;
  area: RefObject<HTMLTextAreaElement | null>;
}) {
  const t = useTranslations("policy");
  const goTo = (line: number, column: number) => {
    const at =
      text
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length +
      (line > 1 ? 1 : 0) +
      column -
      1;
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
    if (area.current !== null) area.current.scrollTop = Math.max(0, (line - 6) * 20);
  };
  return (
    <div role="alert" className="rounded-card border border-bad bg-bad-soft p-4">
      <p className="flex items-center gap-2 font-strong">
        <CircleAlert size={16} aria-hidden className="text-bad" />
        {t("problems", { count: error.details.length })}
      </p>
      <ul className="mt-1.5 flex flex-col gap-1 pl-6">
        {error.details.map((detail) => {
          const found = place.exec(`${detail.target ?? ""} ${detail.message}`);
          return (
            <li key={`${detail.target}:${detail.message}`} className="break-words">
              {found === null ? null : (
                <button
                  type="button"
                  className="mr-2 text-bad underline underline-offset-2"
                  onClick={() => goTo(Number(found[1]), Number(found[2]))}
                >
                  {t("place", { line: Number(found[1]), column: Number(found[2]) })}
                </button>
              )}
              <span className="whitespace-pre-wrap">{detail.message}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
