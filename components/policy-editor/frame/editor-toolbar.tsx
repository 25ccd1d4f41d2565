"use client";

import {
  AlignLeft,
  ChevronDown,
  Ellipsis,
  FilePen,
  Layers,
  Link2,
  Redo2,
  RotateCcw,
  Send,
  Trash2,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu";
import { useEditing, useOfDocument } from "../editing";
import { ModeSwitch } from "./mode-switch";
import type { Commands } from "./use-commands";
import type { View } from "./view-choice";

/** What can be looked at and done, in one row; on a phone the rarer things are in its menu. */
export function EditorToolbar({
  view,
  dirty,
  commands,
  mayRemove,
  hasEffective,
  problems,
}: {
  view: View;
  dirty: boolean;
  commands: Commands;
  mayRemove: boolean;
  hasEffective: boolean;
  problems: ReactNode;
}) {
  const t = useTranslations("editor");
  const { document, readOnly } = useEditing();
  const canUndo = useOfDocument(document, (now) => now.canUndo);
  const canRedo = useOfDocument(document, (now) => now.canRedo);
  const isEffective = view === "effective";
  return (
    <div
      role="toolbar"
      aria-label={t("toolbar")}
      className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-line border-b bg-surface px-4 py-1.5 max-sm:gap-x-1 max-sm:px-3"
    >
      <ModeSwitch view={view} onView={commands.show} />
      {hasEffective ? (
        <Button
          tone="ghost"
          aria-pressed={isEffective}
          title={t("view.effectiveHint")}
          onClick={commands.effective}
          className={isEffective ? "bg-selected px-2.5 text-accent max-sm:hidden" : "px-2.5 max-sm:hidden"}
        >
          <Layers size={16} aria-hidden />
          <span className={isEffective ? "" : "font-normal"}>{t("view.effective")}</span>
        </Button>
      ) : null}
      {problems}
      {readOnly ? null : (
        <span className="flex">
          <IconButton icon={Undo2} label={t("undo")} shortcut="mod+z" disabled={!canUndo} onClick={commands.undo} />
          <IconButton
            icon={Redo2}
            label={t("redo")}
            shortcut="mod+shift+z"
            disabled={!canRedo}
            onClick={commands.redo}
          />
        </span>
      )}
      <div className="ml-auto flex flex-wrap items-center justify-end gap-x-2 gap-y-1.5 max-sm:gap-x-1">
        <Menu trigger={<IconButton icon={Ellipsis} label={t("more")} />}>
          {hasEffective ? (
            <span className="sm:hidden">
              <MenuItem icon={Layers} onSelect={commands.effective}>
                {t("view.effective")}
              </MenuItem>
            </span>
          ) : null}
          <span className="sm:hidden">
            <MenuItem icon={Send} onSelect={commands.test}>
              {t("test")}
            </MenuItem>
          </span>
          {readOnly ? null : (
            <>
              <span className="sm:hidden">
                <MenuItem icon={FilePen} disabled={!dirty} onSelect={commands.saveToDraft}>
                  {t("saveToDraft")}
                </MenuItem>
                <MenuItem icon={RotateCcw} disabled={!dirty} onSelect={commands.discard}>
                  {t("discard")}
                </MenuItem>
              </span>
              <MenuItem icon={AlignLeft} onSelect={commands.format}>
                {t("format")}
              </MenuItem>
            </>
          )}
          <MenuItem icon={Link2} onSelect={commands.copyLink}>
            {t("copyLink")}
          </MenuItem>
          {mayRemove ? (
            <>
              <MenuSeparator />
              <MenuItem icon={Trash2} tone="danger" onSelect={commands.remove}>
                {t("remove")}
              </MenuItem>
            </>
          ) : null}
        </Menu>
        <Button className="max-sm:hidden" onClick={commands.test}>
          <Send size={16} aria-hidden />
          {t("test")}
        </Button>
        {readOnly ? null : (
          <>
            <Button className="max-sm:hidden" disabled={!dirty} onClick={commands.discard}>
              {t("discard")}
            </Button>
            <span className="flex gap-px">
              <Button tone="primary" className="sm:rounded-r-none" disabled={!dirty} onClick={commands.review}>
                {t("review")}
              </Button>
              <Menu
                trigger={
                  <Button
                    tone="primary"
                    className="rounded-l-none px-1.5 max-sm:hidden"
                    disabled={!dirty}
                    aria-label={t("moreWays")}
                  >
                    <ChevronDown size={16} aria-hidden />
                  </Button>
                }
              >
                <MenuItem icon={FilePen} onSelect={commands.saveToDraft}>
                  {t("saveToDraft")}
                </MenuItem>
              </Menu>
            </span>
          </>
        )}
      </div>
    </div>
  );
}
