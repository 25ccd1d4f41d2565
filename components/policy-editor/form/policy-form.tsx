"use client";

import { type KeyboardEvent, memo, useDeferredValue, useMemo } from "react";
import { useTranslations } from "use-intl";
import { elementAt } from "@/policy/xml/element-path";
import { useEditing, useOfDocument } from "../editing";
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
  const { selected } = useEditing();
  const standing = useStanding();
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

/** The chosen element as it is written: a letter elsewhere leaves its form as it is. */
function useStanding(): Standing | null {
  const { document, selected, target } = useEditing();
  const written = useOfDocument(document, ({ parsed }) => {
    const element = selected === null ? null : elementAt(parsed, selected);
    return element === null ? null : parsed.source.slice(element.span.start, element.span.end);
  });
  // What is typed into has to follow at once; a list of what is inside, which may be long, must not delay the letters.
  const later = useDeferredValue(written);
  const { kind } = target.standing;
  const isList =
    selected !== null && (kind === "policies" ? !selected.includes("/") : kind === "fragment" && selected === "");
  const told = isList ? later : written;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written stands for what the document holds there
  return useMemo(() => (selected === null ? null : standingOf(document.parsed, selected)), [document, selected, told]);
}

const Body = memo(function Body({ standing }: { standing: Standing }) {
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
});

/** Escape leads back to the card of the element. */
function leave(event: KeyboardEvent, selected: string | null): void {
  if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing || selected === null) return;
  const card = window.document.querySelector<HTMLElement>(`[data-card="${CSS.escape(selected)}"]`);
  if (card === null) return;
  event.preventDefault();
  event.stopPropagation();
  card.focus();
}
