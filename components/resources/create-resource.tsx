"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { JsonObject } from "@/lib/json";
import { mask } from "@/management/resources/define";
import { useDocument } from "../data/use-document";
import { ErrorSummary } from "../form/error-summary";
import { fieldTexts } from "../form/field-texts";
import { FormProvider } from "../form/form-context";
import { FormSections } from "../form/form-sections";
import type { FormView } from "../form/form-view";
import { UnsavedGuard } from "../form/unsaved-guard";
import { useForm } from "../form/use-form";
import { useLooseText } from "../text/use-loose-text";
import { Button } from "../ui/button";
import { editable } from "./editable";
import { FailurePanel } from "./failure";
import { FormSkeleton } from "./form-skeleton";
import { IdField, proposeId } from "./id-field";
import { hrefOf, type KindView, pathOf } from "./kind-view";
import { Page } from "./page";
import { PageHeader } from "./page-header";
import { useAnnounce } from "./use-announce";
import { useFormView } from "./use-form-view";
import { useSave } from "./use-save";

/** The page that makes a new one, from nothing or from a copy. */
export function CreateResource({ view, initial, note }: { view: KindView; initial?: JsonObject; note?: ReactNode }) {
  const from = useSearchParams().get("from");
  const formView = useFormView(view);
  const source = useDocument(pathOf(view, from ?? ""), { enabled: from !== null });
  if (from === null && formView !== null) {
    const base = { ...formView.initial, ...initial };
    return <Creator view={view} formView={formView} base={base} from={null} note={note} />;
  }
  if (from !== null && formView !== null && source.data !== undefined) {
    const copied = withoutSecrets(source.data.resource.properties, formView.definition.readOnly);
    return <Creator view={view} formView={formView} base={copied} from={from} note={note} />;
  }
  return (
    <Page>
      {source.error === null ? <FormSkeleton titled /> : <FailurePanel error={source.error} where={view.collection} />}
    </Page>
  );
}

function Creator({
  view,
  formView,
  base,
  from,
  note,
}: {
  view: KindView;
  formView: FormView;
  base: JsonObject;
  from: string | null;
  note?: ReactNode;
}) {
  const t = useTranslations("create");
  const text = useLooseText();
  const names = useTranslations("navigation.items");
  const router = useRouter();
  const { create, id } = formView.definition;
  if (create === null) throw new Error(`${view.texts} cannot be created.`);
  const form = useForm(formView, create, base);
  const texts = fieldTexts(text, formView.texts);
  const { announce } = useAnnounce();
  const [typedId, setTypedId] = useState<string | null>(from === null ? null : `${from}-copy`);
  const [leftId, setLeftId] = useState(false);
  const [created, setCreated] = useState(false);
  const proposed = view.nameFrom === undefined ? "" : proposeId(form.valueAt(view.nameFrom));
  const name = typedId ?? proposed;
  const path = pathOf(view, name);
  const { save, busy, error } = useSave(path);
  const isLegal = id.pattern.test(name) && name.length >= id.minLength && name.length <= id.maxLength;
  const isTaken = error?.isConflict === true;
  const idProblem = isTaken
    ? t("taken", { name })
    : isLegal || !(leftId || form.submitted)
      ? undefined
      : name === ""
        ? t("nameMissing")
        : id.message;
  const title = text(`kinds.${view.texts}.create`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per refusal
  useEffect(() => {
    if (error !== null) form.refuse(error.fieldProblems);
  }, [error]);

  async function submit() {
    const sound = form.submit();
    if (!sound || !isLegal) {
      requestAnimationFrame(() =>
        (document.getElementById("form-errors") ?? document.getElementById("resource-id"))?.focus(),
      );
      return;
    }
    const answer = await save(form.toSend, { ifNoneMatch: "*" });
    if (answer === undefined) return;
    setCreated(true);
    announce(t("created", { name: view.titleOf(answer.body) }), answer.revision);
    router.push(hrefOf(view, answer.body.name));
  }

  return (
    <Page>
      <PageHeader
        crumbs={[...(view.trail ?? [{ text: names(view.section), href: view.href }]), { text: title }]}
        crumbsLabel={t("breadcrumbs")}
        title={title}
        lead={text.has(`kinds.${view.texts}.createLead`) ? text(`kinds.${view.texts}.createLead`) : undefined}
      />
      <FormProvider scope={{ form, texts, disabled: busy }}>
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {note}
          {error !== null && !isTaken && error.fieldProblems.size === 0 ? (
            <FailurePanel error={error} where={path} />
          ) : null}
          <ErrorSummary />
          <FormSections
            before={
              <IdField
                value={name}
                error={idProblem}
                maxLength={id.maxLength}
                onValue={setTypedId}
                onBlur={() => setLeftId(true)}
              />
            }
          />
          <div className="flex flex-wrap gap-2">
            <Button tone="primary" type="submit" busy={busy}>
              {title}
            </Button>
            <Button onClick={() => router.push(view.href)}>{t("cancel")}</Button>
          </div>
        </form>
      </FormProvider>
      <UnsavedGuard
        active={(form.changes.length > 0 || (typedId !== null && typedId !== "" && from === null)) && !created}
      />
    </Page>
  );
}

/** A copy has none of the secrets of its original: they cannot be read, so they cannot be copied. */
function withoutSecrets(properties: JsonObject, readOnly: readonly string[]): JsonObject {
  const text = JSON.stringify(properties, (_, value: unknown) => {
    if (value === mask) return undefined;
    return Array.isArray(value) ? value.filter((item) => item !== mask) : value;
  });
  return editable(JSON.parse(text) as JsonObject, readOnly);
}
