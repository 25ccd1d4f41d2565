"use client";

import { Send } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { Resource } from "../data/resource";
import { useMe } from "../shell/me";
import { useActions } from "../shell/use-actions";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Field, fieldIds } from "../ui/field";
import { KeyValueEditor, type Pair } from "../ui/key-value-editor";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { Textarea } from "../ui/textarea";
import type { ConsoleRequest } from "./console-answer";
import { type DescribedParameter, describeOperation } from "./operation-description";

/** Which key is sent: none, one that is typed, or a subscription's, which never leaves the server. */
const noKey = "";
const typedKey = "typed";

export function RequestForm({
  apiId,
  operation,
  subscriptions,
  subscription,
  onSubscription,
  busy,
  onSend,
}: {
  apiId: string;
  operation: Resource;
  subscriptions: readonly Resource[];
  subscription: string;
  onSubscription(name: string): void;
  busy: boolean;
  onSend(request: ConsoleRequest): void;
}) {
  const t = useTranslations("console.request");
  const { mayEdit } = useMe();
  const [description] = useState(() => describeOperation(operation));
  const [parameters, setParameters] = useState<Record<string, string>>(() =>
    Object.fromEntries(description.parameters.map(({ name, initial }) => [name, initial])),
  );
  const [headers, setHeaders] = useState<Pair[]>(() => firstHeaders(description));
  const [body, setBody] = useState(description.body);
  const [key, setKey] = useState("");
  const [asked, setAsked] = useState(false);
  const id = useId();
  const missing = description.parameters.filter(({ name, required }) => required && !parameters[name]?.trim());

  function send() {
    setAsked(true);
    if (missing.length > 0) {
      document.getElementById(`${id}-${missing[0]?.name}`)?.focus();
      return;
    }
    onSend({
      apiId,
      operationId: operation.name,
      parameters: Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== "")),
      headers: headers.filter((pair) => pair.key.trim() !== ""),
      body: description.takesBody && body !== "" ? body : null,
      subscriptionId: subscription === noKey || subscription === typedKey ? null : subscription,
      key: subscription === typedKey && key !== "" ? key : null,
    });
  }
  useActions(
    mayEdit
      ? [{ id: "console-send", group: "page", label: t("send"), shortcut: "mod+enter", icon: Send, run: send }]
      : [],
  );

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (mayEdit) send();
      }}
      className="flex flex-col gap-4"
    >
      <Card title={t("title")}>
        <div className="flex flex-col gap-4">
          <p className="break-all rounded-control bg-sunken px-3 py-2 font-mono text-xs">
            <b className="font-strong">{description.method}</b> {description.urlTemplate}
          </p>
          {description.parameters.map((parameter) => (
            <ParameterField
              key={parameter.name}
              id={`${id}-${parameter.name}`}
              parameter={parameter}
              value={parameters[parameter.name] ?? ""}
              error={asked && missing.includes(parameter) ? t("missing") : undefined}
              onValue={(value) => setParameters({ ...parameters, [parameter.name]: value })}
            />
          ))}
          <Field id={`${id}-subscription`} label={t("subscription")} hint={t("subscriptionHint")}>
            <Select
              {...fieldIds(`${id}-subscription`, { hint: true })}
              value={subscription}
              onChange={(event) => onSubscription(event.target.value)}
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
          <Field id={`${id}-headers`} label={t("headers")} labelled={false}>
            <KeyValueEditor
              pairs={headers}
              onPairs={setHeaders}
              keyLabel={t("headerName")}
              valueLabel={t("headerValue")}
              addLabel={t("addHeader")}
            />
          </Field>
          {description.takesBody ? (
            <Field id={`${id}-body`} label={t("body")}>
              <Textarea
                id={`${id}-body`}
                mono
                rows={8}
                value={body}
                onChange={(event) => setBody(event.target.value)}
              />
            </Field>
          ) : null}
        </div>
      </Card>
      {mayEdit ? (
        <Button tone="primary" type="submit" busy={busy} className="self-start">
          {t("send")}
        </Button>
      ) : null}
    </form>
  );
}

function ParameterField({
  id,
  parameter,
  value,
  error,
  onValue,
}: {
  id: string;
  parameter: DescribedParameter;
  value: string;
  error: string | undefined;
  onValue(value: string): void;
}) {
  const t = useTranslations("console.request");
  const { name, description, required, values } = parameter;
  const ids = fieldIds(id, { hint: description, error, required });
  return (
    <Field
      id={id}
      label={<code className="text-sm">{name}</code>}
      hint={description}
      error={error}
      aside={required ? t("required") : undefined}
    >
      {values.length > 0 ? (
        <Select
          {...ids}
          value={value}
          onChange={(event) => onValue(event.target.value)}
          options={[
            ...(required ? [] : [{ value: "", label: "—" }]),
            ...values.map((each) => ({ value: each, label: each })),
          ]}
        />
      ) : (
        <TextInput {...ids} mono value={value} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  );
}

function firstHeaders({ headers, contentType, takesBody }: ReturnType<typeof describeOperation>): Pair[] {
  const pairs = headers.map(({ name, initial }) => ({ key: name, value: initial }));
  const named = pairs.some(({ key }) => key.toLowerCase() === "content-type");
  return takesBody && !named ? [...pairs, { key: "Content-Type", value: contentType ?? "application/json" }] : pairs;
}
