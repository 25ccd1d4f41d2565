"use client";

import { useTranslations } from "use-intl";
import type { ChangeList } from "../data/change";
import { useEndpoint } from "../data/use-endpoint";
import { useActions } from "../shell/use-actions";
import { Select } from "../ui/select";
import { DocumentField } from "./document-field";

/** Whoever changed something lately can be chosen. */
const lately = 200;
const inputId = "activity-document";

/** Narrows the log to a document, with or without what is below it, and to a person. */
export function ActivityFilter({
  document,
  below,
  actor,
  onChange,
}: {
  document: string;
  below: boolean;
  actor: string;
  onChange(changes: Readonly<Record<string, string | null>>): void;
}) {
  const t = useTranslations("activity.filter");
  const { data } = useEndpoint<ChangeList>("/changes", { query: { $top: lately } });
  useActions([
    {
      id: "filter",
      group: "page",
      label: t("document"),
      shortcut: "/",
      run: () => window.document.getElementById(inputId)?.focus(),
    },
  ]);
  const people = new Map(data?.value.map((change) => [change.actor.id, change.actor.name]));
  if (actor !== "" && !people.has(actor)) people.set(actor, actor);
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <div className="w-full sm:w-80">
        <DocumentField
          id={inputId}
          label={t("document")}
          placeholder={t("documentPlaceholder")}
          value={document}
          onValue={(next) => onChange({ document: next })}
        />
      </div>
      {document === "" ? null : (
        <Select
          aria-label={t("scope")}
          className="w-44 max-sm:flex-1"
          value={below ? "" : "false"}
          options={[
            { value: "", label: t("below") },
            { value: "false", label: t("own") },
          ]}
          onChange={(event) => onChange({ below: event.target.value })}
        />
      )}
      <Select
        aria-label={t("actor")}
        className="w-44 max-sm:flex-1"
        value={actor}
        options={[{ value: "", label: t("everybody") }, ...[...people].map(([value, label]) => ({ value, label }))]}
        onChange={(event) => onChange({ actor: event.target.value })}
      />
    </div>
  );
}
