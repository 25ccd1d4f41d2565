"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import { containsAny } from "../data/odata";
import { publishTogether } from "../data/publish-together";
import { queryKeys } from "../data/query-keys";
import { useFirstOf } from "../data/use-collection";
import { useWorkingDraft } from "../drafts/use-working-draft";
import { withDraft } from "../drafts/with-draft";
import { FailurePanel, useFailureToast } from "../resources/failure";
import { useAnnounce } from "../resources/use-announce";
import { useMe } from "../shell/me";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { IconButton } from "../ui/icon-button";
import { TextInput } from "../ui/text-input";
import { TextLink } from "../ui/text-link";
import { toasts } from "../ui/toasts";

/** The APIs that a product opens, and the way to add and take out. */
export function ProductApis({ name }: { name: string }) {
  const t = useTranslations("kinds.products.apis");
  const format = useFormatter();
  const { mayEdit } = useMe();
  const client = useQueryClient();
  const { announce } = useAnnounce();
  const fail = useFailureToast();
  const path = `/products/${name}/apis`;
  const draft = useWorkingDraft();
  const { data, error, refetch } = useFirstOf(path, { top: 1000, draft });
  const [adding, setAdding] = useState(false);
  const change = async (apis: readonly string[], method: "PUT" | "DELETE") => {
    const title = t(method === "PUT" ? "added" : "removed", { apis: format.list(apis) });
    try {
      const writes = apis.map((api) => ({ path: `${path}/${api}`, method }));
      if (draft === null) {
        const revision = await publishTogether(title, writes);
        await client.invalidateQueries({ queryKey: queryKeys.everything });
        announce(title, revision);
        return;
      }
      for (const { path, method } of writes) await ask(path, { method, query: { draft } });
      await client.invalidateQueries({ queryKey: queryKeys.everything });
      toasts.show({ tone: "good", title });
    } catch (failure) {
      fail(failure);
    }
  };
  return (
    <Card
      flush
      title={t("title", { count: data?.count ?? 0 })}
      actions={
        mayEdit ? (
          <Button size="small" onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden />
            {t("add")}
          </Button>
        ) : undefined
      }
    >
      {error !== null ? (
        <div className="p-4">
          <FailurePanel error={error} where={path} onRetry={() => void refetch()} />
        </div>
      ) : data?.value.length === 0 ? (
        <p className="px-4 py-3 text-muted">{t("none")}</p>
      ) : (
        <ul className="max-h-120 divide-y divide-line overflow-y-auto">
          {data?.value.map((api) => (
            <li key={api.name} className="flex min-h-9 items-center gap-3 px-4 py-1">
              <TextLink href={withDraft(`/apis/${encodeURIComponent(api.name)}`, draft)} className="min-w-0 truncate">
                {String(api.properties.displayName ?? api.name)}
              </TextLink>
              <code className="min-w-0 flex-1 truncate text-muted text-xs">/{String(api.properties.path ?? "")}</code>
              {mayEdit ? (
                <IconButton
                  icon={X}
                  size="small"
                  label={t("remove", { api: api.name })}
                  onClick={() => void change([api.name], "DELETE")}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <AddApis
          draft={draft}
          held={new Set(data?.value.map((api) => api.name.toLowerCase()))}
          onClose={() => setAdding(false)}
          onAdd={async (apis) => {
            setAdding(false);
            await change(apis, "PUT");
          }}
        />
      ) : null}
    </Card>
  );
}

function AddApis({
  draft,
  held,
  onAdd,
  onClose,
}: {
  draft: string | null;
  held: ReadonlySet<string>;
  onAdd(apis: string[]): Promise<void>;
  onClose(): void;
}) {
  const t = useTranslations("kinds.products.apis");
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data } = useFirstOf("/apis", { filter: containsAny(["name", "displayName", "path"], text), top: 50, draft });
  const free = data?.value.filter((api) => !held.has(api.name.toLowerCase())) ?? [];
  const toggle = (name: string) => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("addTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" disabled={chosen.size === 0} onClick={() => void onAdd([...chosen])}>
            {t("addCount", { count: chosen.size })}
          </Button>
        </>
      }
    >
      <TextInput
        aria-label={t("filter")}
        placeholder={t("filter")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="mt-2 h-72 overflow-y-auto rounded-control border border-line">
        {free.length === 0 ? <li className="p-3 text-muted">{t("noneToAdd")}</li> : null}
        {free.map((api) => (
          <li key={api.name}>
            <label
              htmlFor={`add-${api.name}`}
              className="flex h-9 cursor-pointer items-center gap-2 px-2 hover:bg-hover"
            >
              <Checkbox id={`add-${api.name}`} checked={chosen.has(api.name)} onChange={() => toggle(api.name)} />
              <span className="min-w-0 flex-1 truncate">{String(api.properties.displayName ?? api.name)}</span>
              <code className="truncate text-muted text-xs">/{String(api.properties.path ?? "")}</code>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
