"use client";

import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { useEditing, useText } from "../editing";
import { describeForm } from "./describe-form";
import { ElementFields } from "./element-fields";
import { ElementProblems } from "./element-problems";
import { EmptyForm } from "./empty-form";
import { FormHeader } from "./form-header";
import { FormProvider } from "./form-provider";
import { FragmentNote } from "./fragment-note";
import { RawXmlField } from "./raw-xml-field";
import { SectionForm } from "./section-form";
import { type Standing, standingOf } from "./standing-of";

/** The form of the chosen element, drawn from the grammar of its policy. */
export function PolicyForm() {
  const t = useTranslations("policyForm");
  const { document, selected } = useEditing();
  useText(document);
  const standing = selected === null ? null : standingOf(document.parsed, selected);
  const isRoot = standing?.kind === "root" && standing.element.name === "policies";
  return (
    <FormProvider>
      <section
        data-policy-form
        aria-label={t("region")}
        className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto bg-surface"
        onKeyDown={(event) => leave(event, selected)}
      >
        {standing === null || isRoot ? (
          <EmptyForm isGone={selected !== null && standing === null} />
        ) : (
          <div key={standing.path} className="flex min-w-0 flex-col">
            <FormHeader standing={standing} />
            <div className="flex min-w-0 flex-col gap-4 p-4 pb-12">
              <Body standing={standing} />
            </div>
          </div>
        )}
      </section>
    </FormProvider>
  );
}

function Body({ standing }: { standing: Standing }) {
  const t = useTranslations("policyForm");
  const { kind, element, path, grammar, policy, within } = standing;
  if (kind === "section" || kind === "root") return <SectionForm standing={standing} />;
  if (kind === "unknown" || grammar === null || policy === null || grammar.attributes === "any") {
    return (
      <>
        <ElementProblems path={path} />
        {kind === "unknown" ? <p className="text-muted">{t("unknown.text")}</p> : null}
        <RawXmlField path={path} element={element} label={t("unknown.xml")} keepsName />
      </>
    );
  }
  return (
    <>
      {element.name === "base" ? <p>{t("base.text")}</p> : null}
      <ElementFields model={describeForm(element, grammar, path)} policy={policy.name} within={within} />
      {element.name === "include-fragment" ? <FragmentNote element={element} /> : null}
    </>
  );
}

/** Escape leads back to the card of the element. */
function leave(event: KeyboardEvent, selected: string | null): void {
  if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing || selected === null) return;
  const card = window.document.querySelector<HTMLElement>(`[data-card="${CSS.escape(selected)}"]`);
  if (card === null) return;
  event.preventDefault();
  event.stopPropagation();
  card.focus();
}
