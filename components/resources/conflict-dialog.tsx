"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { JsonObject } from "@/lib/json";
import type { Document } from "../data/use-document";
import { type MergeField, merged, mergeFields, type Side } from "../diff/merge";
import { PropertyValue } from "../diff/property-value";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Dialog } from "../ui/dialog";
import { State } from "../ui/state";

export interface ConflictTexts {
  title: string;
  text: string;
  theirs: string;
  mine: string;
  publish: string;
  useTheirs: string;
}

/** Somebody else saved first. Both versions stand side by side, and nothing of either is lost unless chosen so. */
export function ConflictDialog({
  texts,
  base,
  mine,
  theirs,
  changedBy,
  labelOf,
  busy,
  onPublish,
  onTakeTheirs,
  onClose,
}: {
  /** What differs of the words where the versions are not one's own and the live one. */
  texts?: ConflictTexts;
  base: JsonObject;
  mine: JsonObject;
  theirs: Pick<Document, "revision"> & { resource: { properties: JsonObject } };
  changedBy: string | null;
  labelOf(path: string): string;
  busy: boolean;
  /** With the side that stands, for each property in which they differ. */
  onPublish(properties: JsonObject, sides: ReadonlyMap<string, Side>): void;
  onTakeTheirs(): void;
  onClose(): void;
}) {
  const t = useTranslations("conflict");
  const current = theirs.resource.properties;
  const fields = mergeFields(base, mine, current);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const choose = (paths: readonly string[], side: Side) =>
    setChosen((before) => new Map([...before, ...paths.map((path) => [path, side] as const)]));
  const sideOf = (field: MergeField) => chosen.get(field.path) ?? field.suggested;
  const sides = () => new Map(fields.map((field) => [field.path, sideOf(field)]));
  const all = fields.map((field) => field.path);
  const keepsNothing = fields.every((field) => sideOf(field) === "theirs");
  return (
    <Dialog
      open
      width="large"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={texts?.title ?? t("title")}
      text={
        texts !== undefined
          ? texts.text
          : changedBy === null
            ? t("text")
            : t("textBy", { name: changedBy, revision: theirs.revision ?? 0 })
      }
      footer={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button
            tone="primary"
            busy={busy}
            onClick={() => (keepsNothing ? onTakeTheirs() : onPublish(merged(current, fields, chosen), sides()))}
          >
            {keepsNothing ? (texts?.useTheirs ?? t("useTheirs")) : (texts?.publish ?? t("publish"))}
          </Button>
        </>
      }
    >
      <div className="mb-3 flex flex-wrap gap-2">
        <Button size="small" onClick={() => choose(all, "theirs")}>
          {t("allTheirs")}
        </Button>
        <Button size="small" onClick={() => choose(all, "mine")}>
          {t("allMine")}
        </Button>
        <Button size="small" tone="ghost" onClick={() => setChosen(new Map())}>
          {t("suggest")}
        </Button>
      </div>
      {fields.length === 0 ? <p className="text-muted">{t("same")}</p> : null}
      <ul className="flex flex-col gap-3">
        {fields.map((field) => (
          <li key={field.path}>
            <fieldset className="min-w-0">
              <legend className="mb-1 flex items-center gap-2 font-strong">
                {labelOf(field.path)}
                {field.contested ? <State tone="warn">{t("contested")}</State> : null}
              </legend>
              <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
                {(["theirs", "mine"] as const).map((side) => (
                  <Choice
                    key={side}
                    field={field}
                    side={side}
                    checked={sideOf(field) === side}
                    onChoose={() => choose([field.path], side)}
                    label={texts?.[side] ?? t(side)}
                  />
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Choice({
  field,
  side,
  checked,
  label,
  onChoose,
}: {
  field: MergeField;
  side: Side;
  checked: boolean;
  label: string;
  onChoose(): void;
}) {
  return (
    <label
      className={classNames(
        "flex min-w-0 cursor-pointer items-start gap-2 rounded-control border p-2.5",
        checked ? "border-accent bg-selected" : "border-line hover:bg-hover",
      )}
    >
      <input
        type="radio"
        name={`merge-${field.path}`}
        checked={checked}
        onChange={onChoose}
        className="mt-1 accent-accent"
      />
      <span className="flex min-w-0 flex-col items-start gap-1">
        <Badge>{label}</Badge>
        <PropertyValue value={side === "mine" ? field.mine : field.theirs} />
      </span>
    </label>
  );
}
