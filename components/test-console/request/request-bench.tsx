"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { RunRequest, SavedRequestProperties } from "@/contract/console-run";
import type { Draft } from "../../activity/draft";
import { lastSegment, type Resource } from "../../data/resource";
import { useMe } from "../../shell/me";
import { useUrlState } from "../../table/use-url-state";
import { Checkbox } from "../../ui/checkbox";
import { Field, fieldIds } from "../../ui/field";
import { Select } from "../../ui/select";
import { TextInput } from "../../ui/text-input";
import { SavedRequests } from "../saved/saved-requests";
import type { OperationDescription } from "./operation-description";
import { fieldsOf, filledIn, firstFields } from "./request-fields";
import { RequestForm } from "./request-form";

/** Which key is sent: none, one that is typed, or a subscription's, which never leaves the server. */
const noKey = "";
const typedKey = "typed";

/** A request in the making: what is sent, whose key with it, which environment fills it in, and against what it runs. */
export function RequestBench({
  api,
  operation,
  description,
  subscriptions,
  environments,
  drafts,
  saved,
  reopened,
  busy,
  onSend,
  onStop,
}: {
  api: Resource;
  operation: Resource;
  description: OperationDescription;
  subscriptions: readonly Resource[];
  environments: readonly Resource[];
  drafts: readonly Draft[];
  saved: { name: string; properties: SavedRequestProperties; etag: string | null } | null;
  /** An earlier run of this session. */
  reopened: RunRequest | null;
  busy: boolean;
  onSend(request: RunRequest): void;
  onStop(): void;
}) {
  const t = useTranslations("console.request");
  const more = useTranslations("run.request");
  const { mayEdit } = useMe();
  const [search, change] = useUrlState();
  const id = useId();
  const filled = saved?.properties ?? reopened;
  const [fields, setFields] = useState(() =>
    filled == null ? firstFields(description) : fieldsOf(filled, description),
  );
  const [key, setKey] = useState("");
  const [traced, setTraced] = useState(reopened?.trace !== false);
  const needsKey = api.properties.subscriptionRequired !== false;
  const chosenKey = search.get("key");
  const savedKey =
    saved === null
      ? undefined
      : saved.properties.subscriptionId === undefined
        ? noKey
        : lastSegment(saved.properties.subscriptionId);
  // "none" is chosen; without any choice an API that needs a key gets the first there is.
  const subscription =
    chosenKey === "none" ? noKey : (chosenKey ?? savedKey ?? (needsKey ? (subscriptions[0]?.name ?? noKey) : noKey));
  const environment =
    search.get("env") ??
    (saved?.properties.environmentId === undefined ? "" : lastSegment(saved.properties.environmentId));
  const draft = search.get("draft") ?? "";
  const sent = filledIn(fields, description);
  const subscriptionId = subscription === noKey || subscription === typedKey ? undefined : subscription;

  return (
    <RequestForm
      description={description}
      fields={fields}
      onFields={setFields}
      busy={busy}
      mayRun={mayEdit}
      onStop={onStop}
      onSend={() =>
        onSend({
          apiId: api.name,
          operationId: operation.name,
          ...sent,
          ...(subscriptionId === undefined ? {} : { subscriptionId }),
          ...(subscription === typedKey && key !== "" ? { key } : {}),
          ...(draft === "" ? {} : { draft }),
          ...(environment === "" ? {} : { environment }),
          ...(traced ? {} : { trace: false }),
        })
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <SavedRequests
          api={api.name}
          operation={operation.name}
          draft={draft === "" ? null : draft}
          saved={saved}
          onOpen={(name, operationId) =>
            change({ saved: name, operation: operationId, key: null, env: null, run: null })
          }
          properties={{
            operationId: `/apis/${api.name}/operations/${operation.name}`,
            ...sent,
            ...(subscriptionId === undefined ? {} : { subscriptionId: `/subscriptions/${subscriptionId}` }),
            ...(environment === "" ? {} : { environmentId: `/environments/${environment}` }),
          }}
        />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the box is inside */}
        <label className="flex items-center gap-1">
          <Checkbox checked={traced} onChange={(event) => setTraced(event.target.checked)} />
          {more("trace")}
        </label>
      </div>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <Field id={`${id}-subscription`} label={t("subscription")}>
          <Select
            {...fieldIds(`${id}-subscription`, {})}
            value={subscription}
            onChange={(event) => change({ key: event.target.value === noKey ? "none" : event.target.value })}
            options={[
              { value: noKey, label: t("noKey") },
              ...subscriptions.map(({ name, properties }) => ({
                value: name,
                label: String(properties.displayName ?? name),
              })),
              { value: typedKey, label: t("typedKey") },
            ]}
          />
        </Field>
        <Field id={`${id}-environment`} label={more("environment")}>
          <Select
            id={`${id}-environment`}
            value={environment}
            onChange={(event) => change({ env: event.target.value })}
            options={[
              { value: "", label: more("noEnvironment") },
              ...environments.map(({ name, properties }) => ({
                value: name,
                label: String(properties.displayName ?? name),
              })),
              ...(environment === "" || environments.some(({ name }) => name === environment)
                ? []
                : [{ value: environment, label: environment }]),
            ]}
          />
        </Field>
        <Field id={`${id}-against`} label={more("against")}>
          <Select
            id={`${id}-against`}
            value={draft}
            onChange={(event) => change({ draft: event.target.value })}
            options={[
              { value: "", label: more("live") },
              ...drafts.map((each) => ({ value: each.id, label: more("draft", { title: each.title }) })),
              ...(draft === "" || drafts.some((each) => each.id === draft) ? [] : [{ value: draft, label: draft }]),
            ]}
          />
        </Field>
      </div>
      {subscription === typedKey ? (
        <Field id={`${id}-key`} label={t("key")}>
          <TextInput
            id={`${id}-key`}
            mono
            type="password"
            autoComplete="off"
            value={key}
            onChange={(event) => setKey(event.target.value)}
          />
        </Field>
      ) : null}
    </RequestForm>
  );
}
