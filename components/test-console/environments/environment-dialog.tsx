"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { EnvironmentProperties } from "@/contract/console-run";
import type { JsonObject } from "@/lib/json";
import { ask } from "../../data/arm-client";
import { ArmError } from "../../data/arm-error";
import type { Resource } from "../../data/resource";
import { noteWritten } from "../../data/use-document";
import { FailurePanel } from "../../resources/failure";
import { proposeId } from "../../resources/id-field";
import { useAnnounce } from "../../resources/use-announce";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog } from "../../ui/dialog";
import { Field, FieldError, fieldIds } from "../../ui/field";
import { IconButton } from "../../ui/icon-button";
import { SecretInput } from "../../ui/secret-input";
import { TextInput } from "../../ui/text-input";
import { problemsIn, type Row, rowsOf, variablesOf } from "./environment-rows";

/** Creates an environment or edits one. A stored secret stays as it is unless it is replaced. */
export function EnvironmentDialog({ known, onClose }: { known: Resource | null; onClose(): void }) {
  const t = useTranslations("run.environments");
  const client = useQueryClient();
  const { announce } = useAnnounce();
  const id = useId();
  const before = known?.properties as unknown as EnvironmentProperties | undefined;
  const [name, setName] = useState(before?.displayName ?? "");
  const [rows, setRows] = useState<Row[]>(() => rowsOf(before?.variables ?? []));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ArmError | null>(null);
  const problems = asked ? problemsIn(rows) : [];
  const nameError = asked && name.trim() === "" ? t("nameMissing") : undefined;
  const change = (at: number, part: Partial<Row>) =>
    setRows(rows.map((row, other) => (other === at ? { ...row, ...part } : row)));
  const submit = async () => {
    setAsked(true);
    if (name.trim() === "" || problemsIn(rows).some((problem) => problem !== null)) return;
    setBusy(true);
    setRefusal(null);
    const body = {
      properties: { displayName: name.trim(), variables: variablesOf(rows) } as unknown as JsonObject,
    };
    try {
      const answer = await write(known?.name ?? null, proposeId(name) || "environment", body);
      await noteWritten(client, answer.path, answer);
      announce(t("saved", { name: name.trim() }), answer.revision);
      onClose();
    } catch (error) {
      setRefusal(error as ArmError);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      width="large"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={known === null ? t("create") : t("edit")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" busy={busy} onClick={() => void submit()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        {refusal === null ? null : <FailurePanel error={refusal} />}
        <Field id={`${id}-name`} label={t("name")} error={nameError}>
          <TextInput
            {...fieldIds(`${id}-name`, { error: nameError, required: true })}
            value={name}
            maxLength={160}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field id={`${id}-values`} label={t("variables")} labelled={false}>
          <div className="flex flex-col gap-3">
            {rows.map((row, at) => {
              const problem = problems[at] ?? null;
              const error = problem === null ? undefined : t(problem);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a value's name changes while it is typed
                <div key={at} className="flex flex-col gap-1">
                  <div className="flex items-start gap-1">
                    <div className="grid min-w-0 flex-1 grid-cols-1 gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
                      <TextInput
                        {...fieldIds(`${id}-${at}`, { error })}
                        mono
                        aria-label={t("variable", { at: at + 1 })}
                        value={row.name}
                        onChange={(event) => change(at, { name: event.target.value })}
                      />
                      {row.secret ? (
                        <SecretInput
                          field={{
                            ...fieldIds(`${id}-value-${at}`, {}),
                            ...{ "aria-label": t("value", { name: row.name || `${at + 1}` }) },
                          }}
                          value={row.value}
                          stored={row.stored && row.value === null}
                          onValue={(value) => change(at, { value: value ?? "" })}
                          onKeep={row.stored ? () => change(at, { value: null }) : undefined}
                        />
                      ) : (
                        <TextInput
                          mono
                          aria-label={t("value", { name: row.name || `${at + 1}` })}
                          value={row.value ?? ""}
                          onChange={(event) => change(at, { value: event.target.value })}
                        />
                      )}
                      {/* biome-ignore lint/a11y/noLabelWithoutControl: the box is inside */}
                      <label className="flex h-8 items-center gap-1">
                        <Checkbox
                          checked={row.secret}
                          aria-label={t("secretOf", { name: row.name || `${at + 1}` })}
                          // What was secret is never turned into something that can be read.
                          onChange={(event) =>
                            change(at, { secret: event.target.checked, stored: false, value: row.value ?? "" })
                          }
                        />
                        {t("secret")}
                      </label>
                    </div>
                    <IconButton
                      icon={X}
                      label={t("remove", { name: row.name || `${at + 1}` })}
                      onClick={() => setRows(rows.filter((_, other) => other !== at))}
                    />
                  </div>
                  <FieldError id={`${id}-${at}`} error={error} />
                </div>
              );
            })}
            <Button
              size="small"
              className="self-start"
              onClick={() => setRows([...rows, { name: "", value: "", secret: false, stored: false }])}
            >
              <Plus size={16} aria-hidden />
              {t("add")}
            </Button>
          </div>
        </Field>
      </div>
    </Dialog>
  );
}

/** Writes over what is known, or makes a new one; of two with one name the second gets a number. */
async function write(known: string | null, proposed: string, body: { properties: JsonObject }) {
  for (let attempt = 1; ; attempt++) {
    const name = known ?? (attempt === 1 ? proposed : `${proposed}-${attempt}`);
    const path = `/environments/${name}`;
    try {
      const condition = known === null ? { ifNoneMatch: "*" as const } : { ifMatch: "*" };
      return { ...(await ask<Resource>(path, { method: "PUT", body, ...condition })), path };
    } catch (error) {
      const isTaken = error instanceof ArmError && (error.status === 412 || error.status === 409);
      if (known !== null || !isTaken || attempt === 20) throw error;
    }
  }
}
