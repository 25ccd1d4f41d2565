"use client";

import { useQueryClient } from "@tanstack/react-query";
import { BookMarked, ChevronDown, Pencil, Save, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { SavedRequestProperties } from "@/contract/console-run";
import type { JsonObject } from "@/lib/json";
import { ask } from "../../data/arm-client";
import type { ArmError } from "../../data/arm-error";
import { lastSegment, type Resource } from "../../data/resource";
import { useFirstOf } from "../../data/use-collection";
import { noteWritten } from "../../data/use-document";
import { useFailureToast } from "../../resources/failure";
import { useAnnounce } from "../../resources/use-announce";
import { useRemove } from "../../resources/use-remove";
import { useMe } from "../../shell/me";
import { useActions } from "../../shell/use-actions";
import { Button } from "../../ui/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "../../ui/menu";
import { createSaved } from "./create-saved";
import { NameDialog } from "./name-dialog";

/** Requests that are kept with their API: open one, save what is filled in, give it another name, delete it. */
export function SavedRequests({
  api,
  operation,
  draft,
  saved,
  properties,
  onOpen,
}: {
  api: string;
  operation: string;
  /** In which the API may be that is live nowhere yet. */
  draft: string | null;
  saved: { name: string; properties: SavedRequestProperties; etag: string | null } | null;
  properties: Omit<SavedRequestProperties, "displayName">;
  onOpen(name: string | null, operation: string): void;
}) {
  const t = useTranslations("run.saved");
  const { mayEdit } = useMe();
  const client = useQueryClient();
  const fail = useFailureToast();
  const { announce } = useAnnounce();
  const remove = useRemove();
  const collection = `/apis/${api}/savedRequests`;
  const list = useFirstOf(collection, { orderBy: "displayName", top: 1000, draft });
  const [naming, setNaming] = useState<"new" | "rename" | null>(null);
  const write = async (next: SavedRequestProperties) => {
    if (saved === null) return;
    try {
      const path = `${collection}/${saved.name}`;
      const body = { properties: next as unknown as JsonObject };
      const answer = await ask<Resource>(path, { method: "PUT", body, ifMatch: saved.etag ?? "*" });
      await noteWritten(client, path, answer);
      announce(t("savedToast", { name: next.displayName }), answer.revision);
    } catch (error) {
      fail(error as ArmError);
    }
  };
  const save = () => {
    if (saved === null) setNaming("new");
    else void write({ ...kept(saved.properties), ...properties });
  };
  const name = async (displayName: string): Promise<ArmError | null> => {
    if (naming === "rename" && saved !== null) {
      await write({ ...saved.properties, displayName });
      return null;
    }
    try {
      const made = await createSaved(client, api, { ...properties, displayName });
      announce(t("savedToast", { name: displayName }), made.revision);
      onOpen(made.name, operation);
      return null;
    } catch (error) {
      return error as ArmError;
    }
  };
  useActions(
    mayEdit ? [{ id: "console-save", group: "page", label: t("save"), shortcut: "mod+s", icon: Save, run: save }] : [],
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Menu
        align="start"
        trigger={
          <Button className="min-w-0 max-w-full">
            <BookMarked size={16} aria-hidden className="shrink-0" />
            <span className="truncate">{saved === null ? t("title") : saved.properties.displayName}</span>
            <ChevronDown size={14} aria-hidden className="shrink-0" />
          </Button>
        }
      >
        <MenuLabel>{list.data?.value.length ? t("open") : t("none")}</MenuLabel>
        {(list.data?.value ?? []).map((each) => (
          <MenuItem
            key={each.name}
            onSelect={() => onOpen(each.name, lastSegment(String(each.properties.operationId ?? operation)))}
          >
            {String(each.properties.displayName ?? each.name)}
          </MenuItem>
        ))}
        {saved === null ? null : (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => onOpen(null, operation)}>{t("close")}</MenuItem>
          </>
        )}
        {saved !== null && mayEdit ? (
          <>
            <MenuItem icon={Pencil} onSelect={() => setNaming("rename")}>
              {t("rename")}
            </MenuItem>
            <MenuItem
              icon={Trash2}
              tone="danger"
              onSelect={() =>
                void remove([`${collection}/${saved.name}`], t("deleted", { name: saved.properties.displayName }))
                  .then((revision) => {
                    announce(t("deleted", { name: saved.properties.displayName }), revision);
                    onOpen(null, operation);
                  })
                  .catch(fail)
              }
            >
              {t("delete")}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {mayEdit ? (
        <>
          <Button tone="ghost" onClick={save}>
            <Save size={16} aria-hidden />
            {t("save")}
          </Button>
          {saved === null ? null : (
            <Button tone="ghost" onClick={() => setNaming("new")}>
              {t("saveAs")}
            </Button>
          )}
        </>
      ) : null}
      {naming === null ? null : (
        <NameDialog
          title={naming === "rename" ? t("rename") : t("saveAs")}
          initial={saved?.properties.displayName ?? ""}
          onClose={() => setNaming(null)}
          onName={name}
        />
      )}
    </div>
  );
}

/** What stays of a saved request when it is sent otherwise: its name, and what is expected of it. */
const kept = ({ displayName, description, assertions }: SavedRequestProperties) => ({
  displayName,
  ...(description === undefined ? {} : { description }),
  ...(assertions === undefined ? {} : { assertions }),
});
