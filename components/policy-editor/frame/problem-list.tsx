"use client";

import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { type Diagnostic, isError } from "@/policy/diagnostics";
import { Button } from "../../ui/button";
import { Keys } from "../../ui/kbd";
import { Popover } from "../../ui/popover";

/** How many problems there are, and each with a way to where it stands. */
export function ProblemList({
  problems,
  open,
  onOpenChange,
  onReveal,
}: {
  problems: readonly Diagnostic[];
  open: boolean;
  onOpenChange(open: boolean): void;
  onReveal(problem: Diagnostic): void;
}) {
  const t = useTranslations("editor.problems");
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  const text =
    errors > 0 ? t("count", { count: errors }) : warnings > 0 ? t("warnings", { count: warnings }) : t("none");
  const Icon = errors > 0 ? CircleAlert : warnings > 0 ? TriangleAlert : CircleCheck;
  const colour = errors > 0 ? "text-bad" : warnings > 0 ? "text-warn" : "text-good";
  return (
    <>
      <Popover
        label={t("label")}
        align="start"
        open={open}
        onOpenChange={onOpenChange}
        trigger={
          <Button tone="ghost" className="px-2 tabular-nums">
            <Icon size={16} aria-hidden className={colour} />
            <span className="font-normal max-sm:sr-only">{text}</span>
            {problems.length === 0 ? null : (
              <span aria-hidden className="font-normal sm:hidden">
                {errors > 0 ? errors : warnings}
              </span>
            )}
          </Button>
        }
      >
        {problems.length === 0 ? (
          <p className="p-4 text-muted">{t("empty")}</p>
        ) : (
          <ul onKeyDown={walk} className="max-h-[min(420px,60dvh)] overflow-y-auto p-1">
            {problems.map((problem) => (
              <li key={`${problem.code}:${problem.span.start}:${problem.message}`}>
                <Row problem={problem} onReveal={() => onReveal(problem)} />
              </li>
            ))}
          </ul>
        )}
        {problems.length === 0 ? null : (
          <p className="flex items-center gap-1.5 border-line border-t px-3 py-2 text-muted text-xs max-sm:hidden">
            {t("keys")} <Keys combination="F8" />
          </p>
        )}
      </Popover>
      <span className="sr-only" role="status">
        {text}
      </span>
    </>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-entry]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  rows[Math.min(Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)), rows.length - 1)]?.focus();
}

function Row({ problem, onReveal }: { problem: Diagnostic; onReveal(): void }) {
  const t = useTranslations("editor.problems");
  const Icon = isError(problem) ? CircleAlert : TriangleAlert;
  return (
    <button
      type="button"
      onClick={onReveal}
      data-entry
      title={problem.message}
      className="flex w-full items-start gap-2 rounded-control px-2 py-1.5 text-left hover:bg-hover focus-visible:bg-hover"
    >
      <Icon size={16} aria-hidden className={isError(problem) ? "mt-0.5 text-bad" : "mt-0.5 text-warn"} />
      <span className="line-clamp-3 min-w-0 flex-1 break-words">
        <span className="sr-only">{t(problem.severity)}: </span>
        {problem.message}
      </span>
      <span className="shrink-0 text-faint text-xs leading-5 tabular-nums">{t("line", { line: problem.line })}</span>
    </button>
  );
}
