"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { allOf, containsAny, quoted } from "../data/odata";
import type { Resource } from "../data/resource";
import { pageSize, useCollection } from "../data/use-collection";
import { withDraft } from "../drafts/with-draft";
import { useMe } from "../shell/me";
import { useActions } from "../shell/use-actions";
import type { Column } from "../table/column";
import { DataTable } from "../table/data-table";
import { TableToolbar } from "../table/table-toolbar";
import { useUrlState } from "../table/use-url-state";
import { useLooseText } from "../text/use-loose-text";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { BulkDelete } from "./bulk-delete";
import { FailurePanel } from "./failure";
import { hrefOf, type KindView } from "./kind-view";
import { Page } from "./page";
import { PageHeader } from "./page-header";

/** The list page of any kind: filter, sort, choose, open. Its state is the address. */
export function ResourceList({ view, sample, teach }: { view: KindView; sample?: ReactNode; teach?: ReactNode }) {
  const text = useLooseText();
  const { mayEdit } = useMe();
  const router = useRouter();
  const createLabel = text(`kinds.${view.texts}.create`);
  useActions(
    mayEdit
      ? [
          {
            id: "create",
            group: "create",
            label: createLabel,
            icon: Plus,
            shortcut: "c",
            run: () => router.push(`${view.href}/new`),
          },
        ]
      : [],
  );
  return (
    <Page fill>
      <PageHeader
        title={text(`kinds.${view.texts}.many`)}
        lead={text(`kinds.${view.texts}.lead`)}
        actions={
          mayEdit ? (
            <Button tone="primary" asChild>
              <Link href={`${view.href}/new`}>
                <Plus size={16} aria-hidden />
                {createLabel}
              </Link>
            </Button>
          ) : undefined
        }
      />
      <ResourceTable view={view} fill sample={sample} teach={teach} />
    </Page>
  );
}

/** The table of a collection, also within the page of what it belongs to. */
export function ResourceTable({
  view,
  fill = false,
  draft = null,
  sample,
  teach,
  actions,
}: {
  view: KindView;
  fill?: boolean;
  /** Shows what this draft would make of it. */
  draft?: string | null;
  /** What can be done with the collection, where the page's header does not offer it. */
  actions?: ReactNode;
  /** A button that makes something to look at. */
  sample?: ReactNode;
  /** Takes the place of what an empty list says. */
  teach?: ReactNode;
}) {
  const t = useTranslations("table");
  const text = useLooseText();
  const { mayEdit } = useMe();
  const [url, setUrl] = useUrlState();
  const [pages, setPages] = useState<readonly number[]>([0]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const sort = readSort(url.get("sort"));
  const wanted = url.get("filter") ?? "";
  const hidden = (url.get("hide") ?? "").split(",");
  const facets = (view.facets ?? []).map((facet) => ({ ...facet, value: url.get(facet.member) ?? "" }));
  const filter = allOf(
    containsAny(["name", ...view.search], wanted),
    ...facets.map(({ member, value, filter }) =>
      value === "" ? undefined : (filter?.(value) ?? `${member} eq ${quoted(value)}`),
    ),
    view.where,
  );
  const orderBy = sort === undefined ? undefined : `${sort.member} ${sort.descending ? "desc" : "asc"}`;
  const { count, at, error, refetch } = useCollection(view.collection, { filter, orderBy, draft }, pages);
  const narrowed = wanted !== "" || facets.some(({ value }) => value !== "");
  const all: Column<Resource>[] = useMemo(
    () =>
      view.columns.map((column) => {
        const own = `kinds.${view.texts}.columns.${column.id}`;
        return { ...column, label: text(text.has(own) ? own : `columns.${column.id}`) };
      }),
    [view, text],
  );
  if (error !== null) return <FailurePanel error={error} where={view.collection} onRetry={() => void refetch()} />;
  return (
    <>
      <TableToolbar
        filter={wanted}
        onFilter={(value) => setUrl({ filter: value })}
        facets={facets.map(({ member, values, value }) => ({
          id: member,
          label: text(`kinds.${view.texts}.fields.${member}.label`),
          value,
          options: values.map((each) => ({
            value: each,
            label: text(`kinds.${view.texts}.fields.${member}.options.${each}`),
          })),
        }))}
        onFacet={(member, value) => setUrl({ [member]: value })}
        count={count}
        columns={all.slice(1).map(({ id, label }) => ({ id, label, shown: !hidden.includes(id) }))}
        onColumn={(id, shown) =>
          setUrl({ hide: (shown ? hidden.filter((each) => each !== id) : [...hidden, id]).filter(Boolean).join(",") })
        }
        selected={selected.size}
        onClear={() => setSelected(new Set())}
        aside={actions}
        actions={
          draft === null ? (
            <BulkDelete view={view} names={[...selected]} onDone={() => setSelected(new Set())} />
          ) : undefined
        }
      />
      <DataTable<Resource>
        label={text(`kinds.${view.texts}.many`)}
        columns={all.filter(({ id }, position) => position === 0 || !hidden.includes(id))}
        count={count}
        at={at}
        keyOf={(resource) => resource.name}
        hrefOf={(resource) => withDraft(hrefOf(view, resource.name), draft)}
        onOpen={(name) => setUrl({ row: name })}
        current={url.get("row")}
        sort={sort}
        onSort={({ member, descending }) => setUrl({ sort: descending ? `-${member}` : member })}
        selection={mayEdit && draft === null ? { keys: selected, onChange: setSelected } : undefined}
        fill={fill}
        scrollKey={`${view.href}?${filter ?? ""}&${orderBy ?? ""}`}
        onRange={(first, last) => {
          const next = Array.from(
            { length: Math.floor(last / pageSize) - Math.floor(first / pageSize) + 1 },
            (_, offset) => Math.floor(first / pageSize) + offset,
          );
          setPages((before) => (before.join() === next.join() ? before : next));
        }}
        empty={
          narrowed ? (
            <EmptyState
              icon={view.icon}
              title={t("noMatch.title")}
              text={t("noMatch.text")}
              actions={
                <Button
                  onClick={() =>
                    setUrl({ filter: null, ...Object.fromEntries(facets.map(({ member }) => [member, null])) })
                  }
                >
                  {t("noMatch.clear")}
                </Button>
              }
            />
          ) : (
            (teach ?? <Teach view={view} draft={draft} sample={sample} />)
          )
        }
      />
    </>
  );
}

/** An empty list says what the kind is for and how to begin. */
function Teach({ view, draft, sample }: { view: KindView; draft: string | null; sample?: ReactNode }) {
  const text = useLooseText();
  const { mayEdit } = useMe();
  return (
    <EmptyState
      icon={view.icon}
      title={text(`kinds.${view.texts}.empty.title`)}
      text={text(`kinds.${view.texts}.empty.text`)}
      actions={
        mayEdit ? (
          <>
            <Button tone={sample === undefined ? "primary" : "secondary"} asChild>
              <Link href={withDraft(`${view.href}/new`, draft)}>
                <Plus size={16} aria-hidden />
                {text(`kinds.${view.texts}.create`)}
              </Link>
            </Button>
            {sample}
          </>
        ) : undefined
      }
    />
  );
}

function readSort(text: string | null): { member: string; descending: boolean } | undefined {
  if (text === null || text === "") return undefined;
  return text.startsWith("-") ? { member: text.slice(1), descending: true } : { member: text, descending: false };
}
