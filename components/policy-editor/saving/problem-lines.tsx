"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ArmDetail } from "../../data/arm-error";
import { classNames } from "../../ui/class-names";

export interface ProblemLine {
  message: string;
  /** Where in the text, from 1; null where nobody said. */
  place: { line: number; column: number } | null;
}

const most = 8;

/** What is wrong, each with the way to where it stands. */
export function ProblemLines({
  tone,
  title,
  lines,
  onGo,
}: {
  tone: "bad" | "warn";
  title: string;
  lines: readonly ProblemLine[];
  onGo: ((line: number, column: number) => void) | null;
}) {
  const t = useTranslations("saving.review");
  const Icon = tone === "bad" ? CircleAlert : TriangleAlert;
  return (
    <div
      role={tone === "bad" ? "alert" : undefined}
      className={classNames(
        "rounded-card border p-3",
        tone === "bad" ? "border-bad bg-bad-soft" : "border-line bg-warn-soft",
      )}
    >
      <p className="flex items-center gap-2 font-strong">
        <Icon size={16} aria-hidden className={classNames("shrink-0", tone === "bad" ? "text-bad" : "text-warn")} />
        {title}
      </p>
      <ul className="mt-1 flex flex-col gap-0.5 pl-6">
        {lines.slice(0, most).map(({ message, place }) => (
          <li key={`${place?.line}:${place?.column}:${message}`} className="min-w-0 break-words">
            {place === null ? null : onGo === null ? (
              <span className="mr-2 text-muted text-xs">{t("place", place)}</span>
            ) : (
              <button
                type="button"
                className="mr-2 min-h-6 text-accent underline underline-offset-2"
                onClick={() => onGo(place.line, place.column)}
              >
                {t("place", place)}
              </button>
            )}
            <span className="whitespace-pre-wrap">{message}</span>
          </li>
        ))}
        {lines.length > most ? <li className="text-muted">{t("more", { count: lines.length - most })}</li> : null}
      </ul>
    </div>
  );
}

const stated = /line (\d+),? (?:column|position) (\d+)/i;

/** The places that a refusal of the server names, and what it says of them in the person's language. */
export const refusedLines = (details: readonly ArmDetail[], told: readonly ArmDetail[]): ProblemLine[] =>
  details.map(({ message, target }, index) => {
    const found = stated.exec(`${target ?? ""} ${message}`);
    return {
      message: told[index]?.message ?? message,
      place: found === null ? null : { line: Number(found[1]), column: Number(found[2]) },
    };
  });
