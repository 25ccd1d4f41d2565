"use client";

import { Layers, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { EnvironmentProperties } from "@/contract/console-run";
import { useFirstOf } from "../../data/use-collection";
import { FailurePanel, useFailureToast } from "../../resources/failure";
import { useAnnounce } from "../../resources/use-announce";
import { useRemove } from "../../resources/use-remove";
import { useMe } from "../../shell/me";
import { useActions } from "../../shell/use-actions";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { IconButton } from "../../ui/icon-button";
import { Skeleton } from "../../ui/skeleton";
import { EnvironmentDialog } from "./environment-dialog";

/** All environments; secrets are never part of the page. */
export function EnvironmentList() {
  const t = useTranslations("run.environments");
  const { mayEdit } = useMe();
  const { data, error, refetch } = useFirstOf("/environments", { orderBy: "displayName", top: 1000 });
  const [editing, setEditing] = useState<string | "new" | null>(null);
  const remove = useRemove();
  const fail = useFailureToast();
  const { announce } = useAnnounce();
  useActions(
    mayEdit
      ? [
          {
            id: "create-environment",
            group: "create",
            label: t("create"),
            shortcut: "c",
            icon: Plus,
            run: () => setEditing("new"),
          },
        ]
      : [],
  );
  if (error !== null) return <FailurePanel error={error} where="/environments" onRetry={() => void refetch()} />;
  const create = mayEdit ? (
    <Button tone="primary" onClick={() => setEditing("new")}>
      {t("create")}
    </Button>
  ) : undefined;
  return (
    <>
      {data === undefined ? (
        <Card>
          <Skeleton className="h-8 w-1/3" />
        </Card>
      ) : data.value.length === 0 ? (
        <Card>
          <EmptyState icon={Layers} title={t("empty.title")} text={t("empty.text")} actions={create} />
        </Card>
      ) : (
        <div className="flex flex-col items-start gap-4">
          {create}
          <Card flush className="w-full">
            <ul className="divide-y divide-line">
              {data.value.map(({ name, properties }) => {
                const { displayName, variables = [] } = properties as unknown as EnvironmentProperties;
                return (
                  <li key={name} className="flex items-center gap-3 px-4 py-2">
                    <div className="min-w-0 flex-1">
                      <p className="truncate">{displayName}</p>
                      <p className="truncate text-muted text-xs">
                        {t("count", { count: variables.length })}
                        {variables.length === 0 ? "" : ` · ${variables.map((each) => each.name).join(", ")}`}
                      </p>
                    </div>
                    {mayEdit ? (
                      <>
                        <IconButton
                          icon={Pencil}
                          label={t("edited", { name: displayName })}
                          onClick={() => setEditing(name)}
                        />
                        <IconButton
                          icon={Trash2}
                          label={t("delete", { name: displayName })}
                          onClick={() =>
                            void remove([`/environments/${name}`], t("deleted", { name: displayName }))
                              .then((revision) => announce(t("deleted", { name: displayName }), revision))
                              .catch(fail)
                          }
                        />
                      </>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </Card>
        </div>
      )}
      {editing === null ? null : (
        <EnvironmentDialog
          key={editing}
          known={data?.value.find(({ name }) => name === editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
