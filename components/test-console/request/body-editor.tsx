"use client";

import { WandSparkles } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button";
import { Field, fieldIds } from "../../ui/field";
import { Select } from "../../ui/select";
import { Textarea } from "../../ui/textarea";
import { formatJson } from "../answer/format-json";
import { formatXml } from "../answer/format-xml";
import type { OperationDescription } from "./operation-description";
import { contentTypeOf, type RequestFields, withContentType } from "./request-fields";

/** The content to send: which kind, and what. */
export function BodyEditor({
  id,
  fields,
  description,
  onFields,
}: {
  id: string;
  fields: RequestFields;
  description: OperationDescription;
  onFields(fields: RequestFields): void;
}) {
  const t = useTranslations("run.request");
  const label = useTranslations("console.request")("body");
  const typeId = useId();
  const [wrong, setWrong] = useState(false);
  const type = contentTypeOf(fields);
  const known = description.representations.map(({ contentType }) => contentType);
  const format = /[/+]json\b/i.test(type) ? formatJson : /[/+]xml\b/i.test(type) ? formatXml : null;
  const ids = fieldIds(id, { error: wrong });
  return (
    <div className="flex flex-col gap-2">
      {known.length > 1 ? (
        <Field id={typeId} label={t("contentType")}>
          <Select
            id={typeId}
            value={known.includes(type) ? type : ""}
            onChange={(event) => onFields(withContentType(fields, event.target.value, description))}
            options={[
              ...(known.includes(type) ? [] : [{ value: "", label: type || t("otherType") }]),
              ...known.map((each) => ({ value: each, label: each })),
            ]}
          />
        </Field>
      ) : null}
      <Field id={id} label={label} error={wrong ? t("notFormatted") : undefined} aside={type}>
        {fields.bodyEncoding === "base64" ? (
          <div className="flex flex-wrap items-center gap-2">
            <p className="text-muted">{t("bytes")}</p>
            <Button size="small" onClick={() => onFields({ ...fields, body: "", bodyEncoding: "text" })}>
              {t("replaceBytes")}
            </Button>
          </div>
        ) : (
          <Textarea
            {...ids}
            mono
            rows={8}
            value={fields.body}
            onChange={(event) => {
              setWrong(false);
              onFields({ ...fields, body: event.target.value });
            }}
          />
        )}
      </Field>
      {format === null || fields.bodyEncoding === "base64" ? null : (
        <Button
          size="small"
          tone="ghost"
          className="self-start"
          disabled={fields.body.trim() === ""}
          onClick={() => {
            const formatted = format(fields.body);
            setWrong(formatted === null);
            if (formatted !== null) onFields({ ...fields, body: formatted });
          }}
        >
          <WandSparkles size={14} aria-hidden />
          {t("format")}
        </Button>
      )}
    </div>
  );
}
