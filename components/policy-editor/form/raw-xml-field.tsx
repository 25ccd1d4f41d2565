"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { ElementPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { printNodes } from "@/policy/xml/print";
import { Textarea } from "../../ui/textarea";
import { FieldProblems } from "./field-problems";
import { useForm } from "./use-form";

/** An element as its XML. What is not well-formed yet is kept here and not in the document. */
export function RawXmlField({
  path,
  element,
  label,
  keepsName,
}: {
  path: ElementPath;
  element: XmlElement;
  label: string;
  /** Whether it must stay an element of this name. */
  keepsName: boolean;
}) {
  const t = useTranslations("policyForm.unknown");
  const form = useForm();
  const id = useId();
  const written = printNodes([element]);
  const [draft, setDraft] = useState<{ text: string; over: string; problem: string | null } | null>(null);
  // A draft holds as long as the document is what it was made over, or what it was written as.
  const holds = draft !== null && (draft.text.trim() === written || draft.over === written);
  const problem = holds ? draft.problem : null;
  const type = (text: string) => {
    const { document, diagnostics } = parse(text.trim());
    const [only, ...others] = elementsOf(document.nodes);
    const isOne = only !== undefined && others.length === 0 && document.nodes.length === 1;
    const wrong =
      diagnostics.length > 0
        ? t("malformed")
        : !isOne
          ? t("one")
          : keepsName && only.name !== element.name
            ? t("sameName", { name: element.name })
            : null;
    setDraft({ text, over: wrong === null ? text.trim() : written, problem: wrong });
    if (wrong === null) form.replaceElement(path, text.trim());
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Textarea
        id={id}
        mono
        aria-label={label}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={problem === null ? undefined : `${id}-error`}
        readOnly={form.readOnly}
        value={holds ? draft.text : written}
        onChange={(event) => type(event.target.value)}
        className="field-sizing-content max-h-120 min-h-24 whitespace-pre text-xs"
      />
      <FieldProblems id={id} problems={problem === null ? [] : [{ severity: "error", message: problem }]} />
    </div>
  );
}
