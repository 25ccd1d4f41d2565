"use client";

import dynamic from "next/dynamic";
import { useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { JsonObject } from "@/lib/json";
import { mask } from "@/management/resources/define";
import { useDocument } from "../data/use-document";
import { DraftLineSkeleton } from "../drafts/draft-line-skeleton";
import { useWorkingDraft } from "../drafts/use-working-draft";
import { withDraft } from "../drafts/with-draft";
import { ErrorSummary } from "../form/error-summary";
import { fieldTexts } from "../form/field-texts";
import { FormProvider } from "../form/form-context";
import { FormSections } from "../form/form-sections";
import type { FormView } from "../form/form-view";
import { UnsavedGuard } from "../form/unsaved-guard";
import { useForm } from "../form/use-form";
import { useLooseText } from "../text/use-loose-text";
import { useSaid } from "../text/use-said";
import { Button } from "../ui/button";
import { toasts } from "../ui/toasts";
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

const DraftSaveDialog = dynamic(
  () => import("../activity/draft-save-dialog").then((module) => module.DraftSaveDialog),
  { ssr: false },
);
const WorkingDraft = dynamic(() => import("../drafts/working-draft").then((module) => module.WorkingDraft), {
  ssr: false,
  loading: DraftLineSkeleton,
});

/** The page that makes a new one, live or in a draft, from nothing or from a copy. */
export function CreateResource({ view, initial, note }: { view: KindView; initial?: JsonObject; note?: ReactNode }) {
  const from = useSearchParams().get("from");
  const formView = useFormView(view);
  const draft = useWorkingDraft();
  const source = useDocument(pathOf(view, from ?? ""), { enabled: from !== null, draft });
  if (from === null && formView !== null) {
    const base = { ...formView.initial, ...initial };
    return <Creator view={view} formView={formView} base={base} from={null} draft={draft} note={note} />;
  }
  if (from !== null && formView !== null && source.data !== undefined) {
    const copied = withoutSecrets(source.data.resource.properties, formView.definition.readOnly);
    return <Creator view={view} formView={formView} base={copied} from={from} draft={draft} note={note} />;
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
  draft,
  note,
}: {
  view: KindView;
  formView: FormView;
  base: JsonObject;
  from: string | null;
  /** Where it is made; null: live. */
  draft: string | null;
  note?: ReactNode;
}) {
  const t = useTranslations("create");
  const text = useLooseText();
  const said = useSaid("said");
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
  const { save, busy, error } = useSave(path, draft);
  const drafts = useTranslations("activity.drafts.save");
  const [drafting, setDrafting] = useState(false);
  const [taken, setTaken] = useState<string | null>(null);
  const isLegal = id.pattern.test(name) && name.length >= id.minLength && name.length <= id.maxLength;
  const isTaken = error?.isConflict === true || taken === name;
  const idProblem = isTaken
    ? t("taken", { name })
    : isLegal || !(leftId || form.submitted)
      ? undefined
      : name === ""
        ? t("nameMissing")
        : said(id.message);
  const title = text(`kinds.${view.texts}.create`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per refusal
  useEffect(() => {
    if (error !== null) form.refuse(error.fieldProblems);
  }, [error]);

  function isSound(): boolean {
    if (form.submit() && isLegal) return true;
    requestAnimationFrame(() =>
      (document.getElementById("form-errors") ?? document.getElementById("resource-id"))?.focus(),
    );
    return false;
  }

  async function submit() {
    if (!isSound()) return;
    const answer = await save(form.toSend, { ifNoneMatch: "*" });
    if (answer === undefined) return;
    setCreated(true);
    const title = view.titleOf(answer.body);
    if (draft === null) announce(t("created", { name: title }), answer.revision);
    else toasts.show({ tone: "good", title: drafts("kept", { name: title }) });
    router.push(draft === null ? hrefOf(view, answer.body.name) : draftedHref(answer.body.name, draft));
  }
  const draftedHref = (made: string, into: string) => withDraft(`${hrefOf(view, made)}/settings`, into);

  return (
    <Page>
      <PageHeader
        crumbs={[...(view.trail ?? [{ text: names(view.section), href: view.href }]), { text: title }]}
        crumbsLabel={t("breadcrumbs")}
        title={title}
        lead={text.has(`kinds.${view.texts}.createLead`) ? text(`kinds.${view.texts}.createLead`) : undefined}
      />
      {draft === null ? null : <WorkingDraft draft={draft} path={null} live={`${view.href}/new`} list={view.href} />}
      <FormProvider scope={{ form, texts, disabled: busy, draft }}>
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
              {draft === null ? title : drafts("action")}
            </Button>
            {draft === null ? (
              <Button disabled={busy} onClick={() => (isSound() ? setDrafting(true) : undefined)}>
                {drafts("action")}
              </Button>
            ) : null}
            <Button onClick={() => router.push(draft === null ? view.href : withDraft("/activity/drafts", draft))}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      </FormProvider>
      {drafting ? (
        <DraftSaveDialog
          name={titleTyped(view, name, form.toSend)}
          path={path}
          etag={null}
          properties={() => form.toSend}
          onClose={() => setDrafting(false)}
          onRefused={(refusal) => {
            setDrafting(false);
            form.refuse(refusal.fieldProblems);
          }}
          onTaken={() => {
            setDrafting(false);
            setTaken(name);
          }}
          onSaved={(into, draftTitle) => {
            setCreated(true);
            toasts.show({ tone: "good", title: drafts("saved", { title: draftTitle }) });
            router.push(draftedHref(name, into));
          }}
        />
      ) : null}
      <UnsavedGuard
        active={(form.changes.length > 0 || (typedId !== null && typedId !== "" && from === null)) && !created}
      />
    </Page>
  );
}

const titleTyped = (view: KindView, name: string, properties: JsonObject): string =>
  view.titleOf({ id: pathOf(view, name), type: view.texts, name, properties });

/** A copy has none of the secrets of its original: they cannot be read, so they cannot be copied. */
function withoutSecrets(properties: JsonObject, readOnly: readonly string[]): JsonObject {
  const text = JSON.stringify(properties, (_, value: unknown) => {
    if (value === mask) return undefined;
    return Array.isArray(value) ? value.filter((item) => item !== mask) : value;
  });
  return editable(JSON.parse(text) as JsonObject, readOnly);
}
