"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Change, ChangeEntry } from "../data/change";
import { useEndpoint } from "../data/use-endpoint";
import { isObject } from "../diff/is-object";
import { PropertyChanges } from "../diff/property-changes";
import { propertyDiff } from "../diff/property-diff";
import { fieldTexts } from "../form/field-texts";
import { useLooseText } from "../text/use-loose-text";
import { Skeleton } from "../ui/skeleton";
import { State } from "../ui/state";
import { TextLink } from "../ui/text-link";
import { FailurePanel } from "./failure";
import { portalPath, readableId } from "./portal-path";

/** What a change did, document by document and property by property. The list need not carry it: it is asked for. */
export function ChangeEntries({
  revision,
  entries,
  document,
}: {
  revision: number;
  entries?: ChangeEntry[];
  document?: string;
}) {
  const { data, error } = useEndpoint<Change>(`/changes/${revision}`, { enabled: entries === undefined });
  const known = entries ?? data?.entries;
  if (error !== null) return <FailurePanel error={error} where={`/changes/${revision}`} />;
  if (known === undefined) return <Skeleton className="mt-3 h-9" />;
  return (
    <div className="mt-3">
      <EntryList entries={known} document={document} />
    </div>
  );
}

/** Documents before and after, whether they stand in the log, in a draft, or between two revisions. */
export function EntryList<T extends ChangeEntry>({
  entries,
  document,
  aside,
  changesOf,
  hrefOf,
}: {
  entries: readonly T[];
  document?: string;
  /** Stands beside a document's name. */
  aside?(entry: T): ReactNode;
  /** Shows what differs in a way of its own; null for property by property. */
  changesOf?(entry: T): ReactNode;
  /** Where a document's name leads; its page unless something else is said. */
  hrefOf?(entry: T): string | null;
}) {
  return (
    <div className="flex flex-col gap-4">
      {entries.map((entry) => (
        <Entry
          key={entry.id}
          entry={entry}
          titled={entries.length > 1 || entry.id !== document}
          aside={aside?.(entry)}
          changes={changesOf?.(entry)}
          href={hrefOf === undefined ? portalPath(entry.id) : hrefOf(entry)}
        />
      ))}
    </div>
  );
}

function Entry({
  entry,
  titled,
  aside,
  changes,
  href,
}: {
  entry: ChangeEntry;
  titled: boolean;
  aside?: ReactNode;
  changes?: ReactNode;
  href: string | null;
}) {
  const t = useTranslations("history");
  const texts = fieldTexts(useLooseText(), entry.type.split("/").at(-1) ?? entry.type);
  const before = isObject(entry.before) ? entry.before : undefined;
  const after = isObject(entry.after) ? entry.after : undefined;
  return (
    <div>
      {titled || before === undefined || after === undefined ? (
        <div className="mb-1.5 flex flex-wrap items-center gap-x-3">
          {href === null || after === undefined ? (
            <span className="break-all font-strong">{readableId(entry.id)}</span>
          ) : (
            <TextLink href={href} className="break-all">
              {readableId(entry.id)}
            </TextLink>
          )}
          {before === undefined ? <State tone="good">{t("created")}</State> : null}
          {after === undefined ? <State tone="bad">{t("deleted")}</State> : null}
          {aside}
        </div>
      ) : null}
      {changes ?? <PropertyChanges changes={propertyDiff(before ?? {}, after ?? {})} labelOf={texts.full} />}
    </div>
  );
}
