"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { TextInput } from "../../ui/text-input";
import type { FormField } from "./describe-form";
import type { PartHelp } from "./use-help";

const manyFrom = 8;

/** What is seldom needed and not set. */
export function MoreFields({
  fields,
  help,
  isOpen,
  onOpen,
  draw,
}: {
  fields: readonly FormField[];
  help: PartHelp;
  isOpen: boolean;
  onOpen(open: boolean): void;
  draw(fields: readonly FormField[]): ReactNode;
}) {
  const t = useTranslations("policyForm.more");
  const id = useId();
  const [wanted, setWanted] = useState("");
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const found = fields.filter((field) => {
    const { label = "", help: words = "" } = help.attributes?.[field.name] ?? {};
    return `${field.name} ${label} ${words}`.toLowerCase().includes(wanted.trim().toLowerCase());
  });
  return (
    <div className="flex min-w-0 flex-col gap-4 border-line border-t pt-2 first:border-t-0 first:pt-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          onOpen(!isOpen);
          setWanted("");
        }}
        className="flex min-h-7 items-center gap-1 self-start rounded-control pr-2 text-muted hover:text-text"
      >
        <Chevron size={16} aria-hidden />
        {isOpen ? t("hide") : t("show")}
        <span className="text-faint text-xs tabular-nums">{t("count", { count: fields.length })}</span>
      </button>
      {isOpen ? (
        <div id={id} className="flex min-w-0 flex-col gap-4">
          {fields.length < manyFrom ? null : (
            <TextInput
              aria-label={t("search")}
              placeholder={t("search")}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          )}
          {found.length === 0 ? <p className="text-muted text-xs">{t("none")}</p> : draw(found)}
        </div>
      ) : null}
    </div>
  );
}
