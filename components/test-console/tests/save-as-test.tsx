"use client";

import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { Assertion, SavedRequestProperties } from "@/contract/console-run";
import type { JsonObject } from "@/lib/json";
import { ask } from "../../data/arm-client";
import type { ArmError } from "../../data/arm-error";
import { lastSegment, type Resource } from "../../data/resource";
import { noteWritten, useDocument } from "../../data/use-document";
import { FailurePanel } from "../../resources/failure";
import { useAnnounce } from "../../resources/use-announce";
import { useUrlState } from "../../table/use-url-state";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Field, fieldIds } from "../../ui/field";
import { TextInput } from "../../ui/text-input";
import type { ConsoleRun } from "../run/console-run";
import { createSaved } from "../saved/create-saved";
import { AssertionList } from "./assertion-list";
import { proposeAssertions } from "./propose-assertions";

/** Keeps a run as a test: what was sent, and what is expected of the answer from now on. */
export function SaveAsTest({ run, onClose }: { run: ConsoleRun; onClose(): void }) {
  const t = useTranslations("tests.save");
  const client = useQueryClient();
  const { announce } = useAnnounce();
  const [search] = useUrlState();
  const id = useId();
  const api = lastSegment(run.request.apiId);
  const savedName = search.get("saved");
  const saved = useDocument(`/apis/${api}/savedRequests/${savedName}`, { enabled: savedName !== null }).data;
  const known =
    savedName === null ? undefined : (saved?.resource.properties as unknown as SavedRequestProperties | undefined);
  const [name, setName] = useState(
    known?.displayName ??
      t("name", {
        method: run.sent?.method ?? "",
        operation: lastSegment(run.request.operationId),
        status: run.head?.status ?? 0,
      }),
  );
  const [assertions, setAssertions] = useState<Assertion[]>(() =>
    known?.assertions?.length ? known.assertions : proposeAssertions(run),
  );
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [refusal, setRefusal] = useState<ArmError | null>(null);
  const submit = async () => {
    if (name.trim() === "") return setEmpty(true);
    setBusy(true);
    setRefusal(null);
    const { method, path, parameters, headers, body, bodyEncoding, subscriptionId, environment, operationId } =
      run.request;
    const properties: SavedRequestProperties = {
      displayName: name.trim(),
      ...(known?.description === undefined ? {} : { description: known.description }),
      operationId: `/apis/${api}/operations/${lastSegment(operationId)}`,
      ...(method === undefined ? {} : { method }),
      ...(path === undefined ? {} : { path }),
      ...(parameters === undefined ? {} : { parameters }),
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
      ...(bodyEncoding === undefined ? {} : { bodyEncoding }),
      ...(subscriptionId === undefined ? {} : { subscriptionId: `/subscriptions/${lastSegment(subscriptionId)}` }),
      ...(environment === undefined ? {} : { environmentId: `/environments/${environment}` }),
      assertions,
    };
    try {
      let revision: number | null;
      if (savedName !== null && known !== undefined) {
        const at = `/apis/${api}/savedRequests/${savedName}`;
        const answer = await ask<Resource>(at, {
          method: "PUT",
          body: { properties: properties as unknown as JsonObject },
          ifMatch: saved?.etag ?? "*",
        });
        await noteWritten(client, at, answer);
        revision = answer.revision;
      } else revision = (await createSaved(client, api, properties)).revision;
      announce(t("saved", { name: name.trim() }), revision);
      onClose();
    } catch (error) {
      setRefusal(error as ArmError);
      setBusy(false);
    }
  };
  const error = empty && name.trim() === "" ? t("nameMissing") : undefined;
  return (
    <Dialog
      open
      width="large"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("title")}
      text={t("lead")}
      footer={
        <>
          <Button asChild tone="ghost">
            <Link href={`/apis/${encodeURIComponent(api)}/tests`}>{t("all")}</Link>
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" busy={busy} onClick={() => void submit()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        {refusal === null ? null : <FailurePanel error={refusal} />}
        <Field id={id} label={t("nameLabel")} error={error}>
          <TextInput
            {...fieldIds(id, { error, required: true })}
            value={name}
            maxLength={160}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <section className="flex flex-col gap-2">
          <h3 className="font-strong text-sm">{t("expected")}</h3>
          <AssertionList assertions={assertions} onAssertions={setAssertions} />
        </section>
      </div>
    </Dialog>
  );
}
