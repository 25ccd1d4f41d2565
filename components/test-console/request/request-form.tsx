"use client";

import { Send, Square } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useActions } from "../../shell/use-actions";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Field, fieldIds } from "../../ui/field";
import { Keys } from "../../ui/kbd";
import { KeyValueEditor, type Pair } from "../../ui/key-value-editor";
import { Select } from "../../ui/select";
import { TextInput } from "../../ui/text-input";
import { BodyEditor } from "./body-editor";
import type { DescribedParameter, OperationDescription } from "./operation-description";
import { hasBody, missingIn, type RequestFields } from "./request-fields";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** What an operation needs to be called. */
export function RequestForm({
  description,
  fields,
  onFields,
  busy,
  mayRun,
  onSend,
  onStop,
  children,
}: {
  description: OperationDescription;
  fields: RequestFields;
  onFields(fields: RequestFields): void;
  busy: boolean;
  mayRun: boolean;
  onSend(): void;
  onStop(): void;
  /** Whose key, which environment, against what. */
  children: ReactNode;
}) {
  const t = useTranslations("console.request");
  const more = useTranslations("run.request");
  const [asked, setAsked] = useState(false);
  const id = useId();
  const missing = missingIn(fields, description);

  function send() {
    setAsked(true);
    if (missing.length > 0) {
      document.getElementById(`${id}-${missing[0]}`)?.focus();
      return;
    }
    onSend();
  }
  useActions([
    ...(mayRun
      ? [
          {
            id: "console-send",
            group: "page" as const,
            label: t("send"),
            shortcut: "mod+enter",
            icon: Send,
            run: () => (busy ? undefined : send()),
          },
        ]
      : []),
    ...(busy
      ? [
          {
            id: "console-stop",
            group: "page" as const,
            label: more("stop"),
            shortcut: "mod+.",
            icon: Square,
            run: onStop,
          },
        ]
      : []),
  ]);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (mayRun && !busy) send();
      }}
      className="flex flex-col gap-4"
    >
      <Card
        title={t("title")}
        actions={
          mayRun ? (
            busy ? (
              // Not the same element as Send: it would send again when it turns back while it is pressed.
              <Button key="stop" onClick={onStop}>
                <Square size={14} aria-hidden />
                {more("stop")}
              </Button>
            ) : (
              <Button key="send" tone="primary" type="submit">
                {t("send")}
              </Button>
            )
          ) : undefined
        }
      >
        <div className="flex flex-col gap-4">
          {children}
          <div className="flex items-stretch gap-2">
            {description.anyMethod ? (
              <Select
                aria-label={more("method")}
                className="w-32 shrink-0"
                value={fields.method}
                onChange={(event) => onFields({ ...fields, method: event.target.value })}
                options={[...new Set([...methods, fields.method])].map((each) => ({ value: each, label: each }))}
              />
            ) : null}
            <p className="min-w-0 flex-1 break-all rounded-control bg-sunken px-3 py-1.5 font-mono text-xs leading-5">
              {description.anyMethod ? null : <b className="font-strong">{description.method}</b>}{" "}
              {description.urlTemplate}
            </p>
          </div>
          {description.parameters.map((parameter) => (
            <ParameterField
              key={parameter.name}
              id={`${id}-${parameter.name}`}
              parameter={parameter}
              value={fields.parameters[parameter.name] ?? ""}
              error={asked && missing.includes(parameter.name) ? t("missing") : undefined}
              onValue={(value) =>
                onFields({ ...fields, parameters: { ...fields.parameters, [parameter.name]: value } })
              }
            />
          ))}
          <div className="flex flex-wrap gap-x-2 gap-y-4">
            <Pairs label={more("query")} pairs={fields.more}>
              <KeyValueEditor
                pairs={fields.more}
                onPairs={(pairs) => onFields({ ...fields, more: pairs })}
                keyLabel={more("queryName")}
                valueLabel={more("queryValue")}
                addLabel={more("addQuery")}
              />
            </Pairs>
            <Pairs label={t("headers")} pairs={fields.headers}>
              <KeyValueEditor
                pairs={fields.headers}
                onPairs={(headers) => onFields({ ...fields, headers })}
                keyLabel={t("headerName")}
                valueLabel={t("headerValue")}
                addLabel={t("addHeader")}
              />
            </Pairs>
          </div>
          {hasBody(fields, description) ? (
            <BodyEditor id={`${id}-body`} fields={fields} description={description} onFields={onFields} />
          ) : null}
          {mayRun ? (
            <p className="text-muted text-xs">
              {more.rich("keys", { key: () => <Keys combination="mod+enter" /> })}{" "}
              {more.rich("stopKeys", { key: () => <Keys combination="mod+." /> })}
            </p>
          ) : null}
        </div>
      </Card>
    </form>
  );
}

/** While there are none, only the button that adds one stands there, beside others. */
const Pairs = ({ label, pairs, children }: { label: string; pairs: readonly Pair[]; children: ReactNode }) => (
  <fieldset aria-label={label} className={pairs.length === 0 ? "min-w-0" : "flex w-full min-w-0 flex-col gap-1"}>
    <span aria-hidden className={pairs.length === 0 ? "hidden" : "font-strong text-sm text-text"}>
      {label}
    </span>
    {children}
  </fieldset>
);

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
  const more = useTranslations("run.request");
  const { name, description, required, values } = parameter;
  const isRest = name === "*";
  const hint = description || (isRest ? more("restHint") : "");
  const ids = fieldIds(id, { hint, error, required });
  return (
    <Field
      id={id}
      label={isRest ? more("rest") : <code className="text-sm">{name}</code>}
      hint={hint}
      error={error}
      aside={required ? t("required") : undefined}
    >
      {values.length > 0 ? (
        <Select
          {...ids}
          value={value}
          onChange={(event) => onValue(event.target.value)}
          options={[
            ...(required && value !== "" ? [] : [{ value: "", label: "—" }]),
            ...values.map((each) => ({ value: each, label: each })),
            ...(value === "" || values.includes(value) ? [] : [{ value, label: value }]),
          ]}
        />
      ) : (
        <TextInput {...ids} mono value={value} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  );
}
