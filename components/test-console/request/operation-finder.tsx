"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { containsAny } from "../../data/odata";
import type { Resource } from "../../data/resource";
import { useFirstOf } from "../../data/use-collection";
import { classNames } from "../../ui/class-names";
import { Dialog } from "../../ui/dialog";
import { TextInput } from "../../ui/text-input";

const shownAtMost = 50;

interface Hit {
  key: string;
  group: "operations" | "apis";
  mark: string;
  title: string;
  detail: string;
  choose(): void;
}

/** Finds an operation of the API that is chosen, or another API, by a part of their names or addresses. */
export function OperationFinder({
  open,
  onOpenChange,
  api,
  draft,
  onOperation,
  onApi,
}: {
  open: boolean;
  onOpenChange(open: boolean): void;
  api: Resource | undefined;
  /** Finds what this draft would make of them. */
  draft: string | null;
  onOperation(name: string): void;
  onApi(name: string): void;
}) {
  const t = useTranslations("run.find");
  const id = useId();
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const operations = useFirstOf(`/apis/${api?.name}/operations`, {
    filter: containsAny(["displayName", "method", "urlTemplate"], words),
    orderBy: "displayName",
    top: shownAtMost,
    draft,
    enabled: open && api !== undefined,
  });
  const apis = useFirstOf("/apis", {
    filter: containsAny(["displayName", "path"], words),
    orderBy: "displayName",
    top: shownAtMost,
    draft,
    enabled: open,
  });
  const close = () => {
    onOpenChange(false);
    setWords("");
    setActive(0);
  };
  const hits: Hit[] = [
    ...(operations.data?.value ?? []).map(
      ({ name, properties }): Hit => ({
        key: `operation ${name}`,
        group: "operations",
        mark: String(properties.method ?? ""),
        title: String(properties.displayName ?? name),
        detail: String(properties.urlTemplate ?? ""),
        choose: () => onOperation(name),
      }),
    ),
    ...(apis.data?.value ?? [])
      .filter(({ name }) => name !== api?.name)
      .map(
        ({ name, properties }): Hit => ({
          key: `api ${name}`,
          group: "apis",
          mark: "",
          title: String(properties.displayName ?? name),
          detail: `/${properties.path ?? ""}`,
          choose: () => onApi(name),
        }),
      ),
  ];
  const at = Math.min(active, hits.length - 1);
  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    hit.choose();
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") choose(hits[at]);
    else if (event.key === "ArrowDown") setActive(Math.min(at + 1, hits.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title={t("title")}
      width="medium"
    >
      <div className="flex flex-col gap-2 pb-2">
        <div className="relative">
          <Search size={16} aria-hidden className="pointer-events-none absolute top-2 left-2.5 text-muted" />
          <TextInput
            role="combobox"
            aria-label={t("label")}
            aria-expanded
            aria-controls={`${id}-hits`}
            aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
            className="pl-8"
            placeholder={t("placeholder")}
            value={words}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setWords(event.target.value);
              setActive(0);
            }}
          />
        </div>
        <div id={`${id}-hits`} aria-label={t("hits")} role="listbox" className="h-80 overflow-y-auto" tabIndex={-1}>
          {hits.map((hit, index) => (
            <div key={hit.key} role="presentation">
              {hit.group === hits[index - 1]?.group ? null : (
                <div role="presentation" className="px-2 pt-2 pb-1 text-faint text-xs">
                  {t(hit.group)}
                </div>
              )}
              <div
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                onClick={() => choose(hit)}
                onKeyDown={() => {}}
                onPointerMove={() => setActive(index)}
                ref={(element) => {
                  if (index === at) element?.scrollIntoView({ block: "nearest" });
                }}
                className={classNames(
                  "flex min-h-8 cursor-pointer items-center gap-2 rounded-control px-2",
                  index === at && "bg-selected",
                )}
              >
                {hit.mark === "" ? null : <code className="w-14 shrink-0 text-muted text-xs">{hit.mark}</code>}
                <span className="min-w-0 truncate">{hit.title}</span>
                <code className="ml-auto min-w-0 shrink truncate text-faint text-xs">{hit.detail}</code>
              </div>
            </div>
          ))}
          {hits.length === 0 && !operations.isLoading && !apis.isLoading ? (
            <p className="px-2 py-6 text-center text-muted">{t("nothing")}</p>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}
