"use client";

import { BookOpen, ChevronRight, Copy, Trash2 } from "lucide-react";
import { Fragment, memo } from "react";
import { useTranslations } from "use-intl";
import { elementAt } from "@/policy/xml/element-path";
import { Badge } from "../../ui/badge";
import { IconButton } from "../../ui/icon-button";
import { Tooltip } from "../../ui/tooltip";
import { useEditing } from "../editing";
import { duplicate, removeAt } from "../visual/changes";
import type { Standing } from "./standing-of";
import { useHelp } from "./use-help";

/** What the chosen element is, where it stands, and what can be done with it as a whole. */
export const FormHeader = memo(function FormHeader({ standing }: { standing: Standing }) {
  const t = useTranslations("policyForm");
  const { document, readOnly, select, reveal } = useEditing();
  const help = useHelp();
  const { element, policy, within, kind, around } = standing;
  const told = policy === null ? {} : help(policy.name, within);
  const title =
    kind === "section" ? t(`sectionName.${sectionOf(element.name)}`) : (told.title ?? told.label ?? element.name);
  const purpose = kind === "section" ? t(`section.${sectionOf(element.name)}`) : (told.purpose ?? told.help);
  const parent = around.at(-1);
  const lifecycle = kind === "policy" ? policy?.lifecycle : undefined;
  // Sections and the root stand and fall with the document; a branch that must be there may not go.
  const mayAct = !readOnly && parent !== undefined && (kind === "policy" || kind === "unknown");
  const act = (what: typeof removeAt) => {
    const outer = parent === undefined ? null : elementAt(document.parsed, parent.path);
    const own = elementAt(document.parsed, standing.path);
    if (outer === null || own === null) return;
    const change = what(document.parsed, own, outer);
    document.edit(change.edits);
    reveal(change.at);
  };
  return (
    <header className="flex min-w-0 flex-col gap-1.5 border-line border-b px-4 pt-3 pb-3">
      {around.length === 0 ? null : (
        <nav aria-label={t("header.at")} className="flex min-w-0 flex-wrap items-center gap-x-0.5 text-muted text-xs">
          {around.slice(around.length > 1 ? 1 : 0).map(({ path, name, nth }, at) => (
            <Fragment key={path}>
              {at === 0 ? null : <ChevronRight size={12} aria-hidden className="shrink-0 text-faint" />}
              <button
                type="button"
                onClick={() => select(path)}
                className="min-h-6 min-w-6 wrap-anywhere rounded-[3px] px-0.5 text-left hover:text-text hover:underline"
              >
                {nth > 1 ? t("header.nth", { name, nth }) : name}
              </button>
            </Fragment>
          ))}
        </nav>
      )}
      <div className="flex min-w-0 items-start justify-between gap-2">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 pt-1">
          <h2 className="min-w-0 break-words text-lg">{title}</h2>
          {title === element.name ? null : <code className="wrap-anywhere text-muted text-xs">{element.name}</code>}
        </div>
        <div className="-mr-2 flex shrink-0">
          {policy === null || kind !== "policy" ? null : (
            <Tooltip text={t("header.docs")}>
              <a
                href={policy.docs}
                target="_blank"
                rel="noreferrer"
                aria-label={t("header.docsOf", { name: title })}
                className="inline-flex size-8 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-text"
              >
                <BookOpen size={16} aria-hidden />
              </a>
            </Tooltip>
          )}
          {mayAct ? (
            <>
              <IconButton icon={Copy} label={t("header.duplicate")} onClick={() => act(duplicate)} />
              <IconButton icon={Trash2} label={t("header.delete")} onClick={() => act(removeAt)} />
            </>
          ) : null}
        </div>
      </div>
      {lifecycle === undefined && !readOnly ? null : (
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
          {lifecycle === undefined ? null : (
            <>
              <Badge>{t(`header.${lifecycle}`)}</Badge>
              <span>{t(`header.${lifecycle}Help`)}</span>
            </>
          )}
          {readOnly ? <Badge>{t("header.readOnly")}</Badge> : null}
        </div>
      )}
      {purpose === undefined ? null : <p className="text-muted">{purpose}</p>}
    </header>
  );
});

const sections = ["inbound", "backend", "outbound", "on-error"] as const;
const sectionOf = (name: string) => sections.find((section) => section === name) ?? "inbound";
