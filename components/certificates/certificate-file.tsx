"use client";

import { FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FieldFrame } from "../form/field-frame";
import type { WidgetProps } from "../form/form-view";
import { useField } from "../form/use-field";

const maxBytes = 700_000;

/** A PFX file, read in the browser and sent as base64. */
export function CertificateFile({ path, node }: WidgetProps) {
  const t = useTranslations("kinds.certificates.file");
  const field = useField(path, node);
  const [name, setName] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setProblem(file.size > maxBytes ? t("tooLarge") : undefined);
    if (file.size > maxBytes) return;
    setName(file.name);
    field.set(toBase64(new Uint8Array(await file.arrayBuffer())));
    field.touch();
  };
  return (
    <FieldFrame field={{ ...field, error: problem ?? field.error }}>
      <label
        htmlFor={field.id}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
        className="relative flex cursor-pointer items-center gap-3 rounded-control border border-line-control border-dashed px-3 py-4 text-muted focus-within:outline-2 focus-within:outline-accent hover:bg-hover"
      >
        <FileUp size={20} aria-hidden />
        <span className="min-w-0 break-all">{field.value === undefined || name === null ? t("choose") : name}</span>
        <input
          {...field.ids}
          type="file"
          accept=".pfx,.p12,application/x-pkcs12"
          disabled={field.disabled}
          className="absolute inset-0 cursor-pointer opacity-0"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
    </FieldFrame>
  );
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
