"use client";

import { Workflow } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { lastSegment } from "../data/resource";
import { withDraft } from "../drafts/with-draft";
import { FieldFrame } from "../form/field-frame";
import { useFormScope } from "../form/form-context";
import type { WidgetProps } from "../form/form-view";
import { useField } from "../form/use-field";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";

/** The text of a fragment that is being made; of one that exists, the way to its editor. */
export function FragmentXml({ path, node }: WidgetProps) {
  const t = useTranslations("kinds.policyFragments");
  const field = useField(path, node);
  const { resourcePath, draft = null } = useFormScope();
  if (resourcePath !== undefined) {
    return (
      <FieldFrame field={field} labelled={false}>
        <div className="flex flex-wrap items-center gap-3">
          <Button asChild>
            <Link href={withDraft(`/policy-fragments/${encodeURIComponent(lastSegment(resourcePath))}/policy`, draft)}>
              <Workflow size={16} aria-hidden />
              {t("openEditor")}
            </Link>
          </Button>
          <span className="text-muted">{t("editorHint")}</span>
        </div>
      </FieldFrame>
    );
  }
  return (
    <FieldFrame field={field}>
      <Textarea
        {...field.ids}
        mono
        wrap="off"
        rows={18}
        disabled={field.disabled}
        value={typeof field.value === "string" ? field.value : ""}
        onBlur={field.touch}
        onChange={(event) => field.set(event.target.value)}
      />
    </FieldFrame>
  );
}
