"use client";

import { useTranslations } from "use-intl";
import { Badge } from "../../ui/badge";
import { classNames } from "../../ui/class-names";

export type Side = "mine" | "theirs" | "both";

/** The places that both changed, each with its two versions and what is to become of it. */
export function ConflictChoices({
  conflicts,
  lines,
  chosen,
  onChoose,
}: {
  conflicts: readonly { mine: readonly string[]; theirs: readonly string[] }[];
  lines: readonly number[];
  chosen: ReadonlyMap<number, Side>;
  onChoose(index: number, side: Side): void;
}) {
  const t = useTranslations("saving.conflict");
  return (
    <ol className="flex flex-col gap-3">
      {conflicts.map((conflict, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a conflict is known by its place among the others
        <li key={index}>
          <fieldset className="min-w-0 rounded-card border border-line p-3">
            <legend className="px-1 font-strong">
              {t("chunk", { number: index + 1, count: conflicts.length, line: lines[index] ?? 1 })}
            </legend>
            <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
              {(["theirs", "mine"] as const).map((side) => (
                <Choice
                  key={side}
                  group={index}
                  side={side}
                  label={t(side === "theirs" ? "takeTheirs" : "takeMine")}
                  checked={chosen.get(index) === side}
                  onChoose={onChoose}
                >
                  {conflict[side].length === 0 ? (
                    <span className="text-muted text-xs">{t("emptySide")}</span>
                  ) : (
                    <code className="w-full whitespace-pre-wrap break-words text-xs">{conflict[side].join("\n")}</code>
                  )}
                </Choice>
              ))}
            </div>
            <div className="mt-2">
              <Choice
                group={index}
                side="both"
                label={t("takeBoth")}
                checked={chosen.get(index) === "both"}
                onChoose={onChoose}
              />
            </div>
          </fieldset>
        </li>
      ))}
    </ol>
  );
}

function Choice({
  group,
  side,
  label,
  checked,
  onChoose,
  children,
}: {
  group: number;
  side: Side;
  label: string;
  checked: boolean;
  onChoose(index: number, side: Side): void;
  children?: React.ReactNode;
}) {
  return (
    <label
      className={classNames(
        "flex min-w-0 cursor-pointer items-start gap-2 rounded-control border p-2",
        checked ? "border-accent bg-selected" : "border-line hover:bg-hover",
      )}
    >
      <input
        type="radio"
        name={`merge-${group}`}
        checked={checked}
        onChange={() => onChoose(group, side)}
        className="mt-1 accent-accent"
      />
      <span className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <Badge>{label}</Badge>
        {children}
      </span>
    </label>
  );
}
