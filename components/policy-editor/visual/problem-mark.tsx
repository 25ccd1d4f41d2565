"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { classNames } from "../../ui/class-names";
import { Tooltip } from "../../ui/tooltip";
import type { CardProblem } from "./problems-by-card";

const most = 5;

/** How many problems a card has, and which, for who points at it. */
export function ProblemMark({ problems }: { problems: readonly CardProblem[] }) {
  const t = useTranslations("visual.problems");
  const [first] = problems;
  if (first === undefined) return null;
  const Icon = first.isError ? CircleAlert : TriangleAlert;
  const count = problems.length;
  const worst = problems.filter(({ isError }) => isError === first.isError).length;
  return (
    <Tooltip
      text={
        <span className="flex flex-col gap-1">
          {problems.slice(0, most).map(({ message, line }) => (
            <span key={`${line} ${message}`}>
              {message} <span className="text-faint">{t("line", { line })}</span>
            </span>
          ))}
        </span>
      }
    >
      <span
        className={classNames(
          "inline-flex h-5 shrink-0 items-center gap-1 rounded-[4px] px-1 text-xs tabular-nums",
          first.isError ? "bg-bad-soft text-bad" : "bg-warn-soft text-warn",
        )}
      >
        <Icon size={12} aria-hidden />
        <span aria-hidden>{count}</span>
        <span className="sr-only">{t(first.isError ? "errors" : "warnings", { count: worst })}</span>
      </span>
    </Tooltip>
  );
}
