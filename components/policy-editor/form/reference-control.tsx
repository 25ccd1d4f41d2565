"use client";

import { ArrowUpRight, CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ReferenceKind } from "@/policy/catalog/define";
import type { Knowledge, KnownThing } from "@/policy/knowledge";
import { TextLink } from "../../ui/text-link";
import type { LiteralControlProps } from "./literal-control-props";
import { SuggestInput } from "./suggest-input";
import { useForm } from "./use-form";

const known: Record<ReferenceKind, (knowledge: Knowledge) => readonly KnownThing[]> = {
  backend: ({ backends }) => backends,
  fragment: ({ fragments }) => fragments,
  certificate: ({ certificates }) => certificates,
  logger: ({ loggers }) => loggers,
};

/** Where things of a kind are in the portal; loggers have no pages. */
const pages = { backend: "/backends", fragment: "/policy-fragments", certificate: "/certificates" } as const;

/** The name of something that must exist: chosen from what does, with the way to it or to a new one. */
export function ReferenceControl({ field, name, marks, value, onType, onFocus, onBlur }: LiteralControlProps) {
  const t = useTranslations("policyForm");
  const { knowledge } = useForm();
  const { definition } = field;
  const refersTo = "refersTo" in definition ? definition.refersTo : undefined;
  const kind = refersTo?.kind ?? "backend";
  const things = knowledge === null ? [] : known[kind](knowledge);
  const found = things.find((thing) => thing.name.toLowerCase() === value.toLowerCase());
  const isPlain = value !== "" && !value.includes("{{") && refersTo?.except?.includes(value) !== true;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <SuggestInput
        {...marks}
        mono
        value={value}
        placeholder={t(`reference.choose.${kind}`)}
        pick={t(`reference.choose.${kind}`)}
        listLabel={t("field.suggestions", { name })}
        suggestions={things.map((thing) => ({ value: thing.name, note: thing.title }))}
        onValue={onType}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      {knowledge === null ? (
        <span className="text-faint text-xs">{t("reference.loading")}</span>
      ) : (
        <span className="flex min-w-0 flex-wrap items-center gap-x-3 text-xs empty:hidden">
          {/* What the check has found already is told below. */}
          {isPlain && found === undefined && marks["aria-invalid"] !== true ? (
            <span className="flex min-w-0 items-center gap-1 text-bad">
              <CircleAlert size={14} aria-hidden className="shrink-0" />
              <span className="min-w-0 break-words">{t(`reference.missing.${kind}`, { name: value })}</span>
            </span>
          ) : null}
          {found?.title === undefined ? null : <span className="min-w-0 truncate text-muted">{found.title}</span>}
          {kind === "logger" ? null : found === undefined ? (
            <TextLink href={`${pages[kind]}/new`} target="_blank" className="inline-flex min-h-6 items-center gap-1">
              {t(`reference.create.${kind}`)}
              <ArrowUpRight size={14} aria-hidden />
            </TextLink>
          ) : (
            <TextLink
              href={`${pages[kind]}/${encodeURIComponent(found.name)}`}
              target="_blank"
              className="inline-flex min-h-6 items-center gap-1"
            >
              {t(`reference.open.${kind}`, { name: found.name })}
              <ArrowUpRight size={14} aria-hidden />
            </TextLink>
          )}
        </span>
      )}
    </div>
  );
}
