"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { JsonObject } from "@/lib/json";
import type { ArmError } from "../data/arm-error";
import type { Document } from "../data/use-document";
import { useDraftsOf } from "../drafts/use-drafts-of";
import { withDraft } from "../drafts/with-draft";
import { ErrorSummary } from "../form/error-summary";
import { fieldTexts } from "../form/field-texts";
import { FormProvider } from "../form/form-context";
import { FormSections } from "../form/form-sections";
import type { FormView } from "../form/form-view";
import { UnsavedGuard } from "../form/unsaved-guard";
import { useForm } from "../form/use-form";
import { useMe } from "../shell/me";
import { useLooseText } from "../text/use-loose-text";
import { useSaid } from "../text/use-said";
import { toasts } from "../ui/toasts";
import { ConflictDialog } from "./conflict-dialog";
import { editable } from "./editable";
import { FailurePanel } from "./failure";
import { FormSkeleton } from "./form-skeleton";
import { hrefOf, type KindView, pathOf } from "./kind-view";
import { ReviewBar } from "./review-bar";
import { ReviewDialog } from "./review-dialog";
import { useAnnounce } from "./use-announce";
import { useFormView } from "./use-form-view";
import { useSave } from "./use-save";

const DraftSaveDialog = dynamic(
  () => import("../activity/draft-save-dialog").then((module) => module.DraftSaveDialog),
  { ssr: false },
);

const ChangingDrafts = dynamic(() => import("../drafts/changing-drafts").then((module) => module.ChangingDrafts), {
  ssr: false,
});

/** The form of a document that exists, live or in a draft: edit in place, review the difference, publish. */
export function ResourceSettings({
  view,
  name,
  document,
  draft,
}: {
  view: KindView;
  name: string;
  document: Document;
  draft: string | null;
}) {
  const drafts = useDraftsOf(pathOf(view, name));
  const formView = useFormView(view);
  // What is edited is the version that was on the screen when editing began; a newer one must not slip in under it.
  const [opened, setOpened] = useState(document);
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    if (!typing) setOpened(document);
  }, [document, typing]);
  if (formView === null || drafts === undefined) return <FormSkeleton />;
  return (
    <>
      {draft !== null || drafts.length === 0 ? null : (
        <ChangingDrafts drafts={drafts} href={`${hrefOf(view, name)}/settings`} />
      )}
      <Editor
        formView={formView}
        key={`${draft ?? ""} ${opened.etag ?? ""}`}
        view={view}
        name={name}
        draft={draft}
        document={opened}
        newest={document}
        onTyping={setTyping}
      />
    </>
  );
}

function Editor({
  view,
  formView,
  name,
  draft,
  document,
  newest,
  onTyping,
}: {
  view: KindView;
  formView: FormView;
  name: string;
  draft: string | null;
  document: Document;
  newest: Document;
  onTyping(typing: boolean): void;
}) {
  const t = useTranslations("review");
  const text = useLooseText();
  const said = useSaid("said");
  const { mayEdit } = useMe();
  const path = pathOf(view, name);
  const schema = formView.definition.create ?? formView.definition.update;
  if (schema === null) throw new Error(`${view.texts} cannot be edited.`);
  const base = editable(document.resource.properties, formView.definition.readOnly);
  const form = useForm(formView, schema, base);
  const texts = fieldTexts(text, formView.texts);
  const { announce } = useAnnounce();
  const { save, busy, error, conflict, clear } = useSave(path, draft);
  const [reviewing, setReviewing] = useState(false);
  const [drafting, setDrafting] = useState(false);
  const drafts = useTranslations("activity.drafts.save");
  const inDraft = useTranslations("conflict.draft");
  const router = useRouter();
  const dirty = form.changes.length > 0;
  useEffect(() => onTyping(dirty), [dirty, onTyping]);
  const title = view.titleOf(document.resource);

  async function publish(properties: JsonObject, etag: string | null) {
    const answer = await save(properties, { ifMatch: etag ?? "*" });
    if (answer === undefined) return;
    setReviewing(false);
    form.reset(editable(answer.body.properties, formView.definition.readOnly));
    onTyping(false);
    if (draft === null) announce(t("published", { name: title }), answer.revision);
    else toasts.show({ tone: "good", title: drafts("kept", { name: title }) });
  }
  const tellErrors = () => requestAnimationFrame(() => window.document.getElementById("form-errors")?.focus());
  /** Goes on where the form is sound: to the review, or straight into the draft that is worked in. */
  const goOn = (next: "review" | "draft") => {
    if (!dirty) return;
    if (!form.submit()) tellErrors();
    else if (draft !== null) void publish(form.toSend, document.etag);
    else if (next === "review") setReviewing(true);
    else setDrafting(true);
  };
  const refuse = (refusal: ArmError) => {
    setDrafting(false);
    setReviewing(false);
    form.refuse(refusal.fieldProblems);
    tellErrors();
  };
  // A refusal that names fields belongs beside them, not into the dialog.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per refusal
  useEffect(() => {
    if (error !== null && error.fieldProblems.size > 0) refuse(error);
  }, [error]);

  return (
    <FormProvider scope={{ form, texts, disabled: !mayEdit, resourcePath: path, draft }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          goOn("review");
        }}
      >
        <div className="flex flex-col gap-4">
          {!mayEdit ? <ReadOnlyNote /> : null}
          {dirty && newest.etag !== document.etag ? <Newer draft={draft} /> : null}
          {draft !== null && error !== null && error.fieldProblems.size === 0 ? (
            <FailurePanel error={error} where={path} />
          ) : null}
          <ErrorSummary general={error !== null && error.fieldProblems.size > 0 ? said(error.message) : undefined} />
          <FormSections />
        </div>
        <ReviewBar
          changes={form.changes.length}
          onDiscard={() => {
            clear();
            form.reset(base);
          }}
          busy={draft !== null && busy}
          onDraft={() => goOn("draft")}
          onReview={draft === null ? () => goOn("review") : undefined}
        />
      </form>
      <UnsavedGuard active={dirty} />
      {drafting ? (
        <DraftSaveDialog
          name={title}
          path={path}
          etag={document.etag ?? "*"}
          properties={() => form.toSend}
          onClose={() => setDrafting(false)}
          onRefused={refuse}
          onSaved={(into, draftTitle) => {
            setDrafting(false);
            clear();
            form.reset(base);
            onTyping(false);
            toasts.show({
              tone: "good",
              title: drafts("saved", { title: draftTitle }),
              action: {
                label: drafts("open"),
                run: () => router.push(withDraft("/activity/drafts", into)),
              },
            });
          }}
        />
      ) : null}
      {reviewing && conflict === null ? (
        <ReviewDialog
          title={t("title", { name: title })}
          changes={form.changes}
          labelOf={texts.full}
          busy={busy}
          error={error}
          onPublish={() => void publish(form.toSend, document.etag)}
          onClose={() => {
            clear();
            setReviewing(false);
          }}
        />
      ) : null}
      {conflict === null ? null : (
        <ConflictDialog
          texts={
            draft === null
              ? undefined
              : {
                  title: inDraft("title"),
                  text: inDraft("text"),
                  theirs: inDraft("theirs"),
                  mine: inDraft("mine"),
                  publish: inDraft("save"),
                  useTheirs: inDraft("useTheirs"),
                }
          }
          base={base}
          mine={form.toSend}
          theirs={{
            ...conflict.theirs,
            resource: {
              ...conflict.theirs.resource,
              properties: editable(conflict.theirs.resource.properties, formView.definition.readOnly),
            },
          }}
          changedBy={conflict.changedBy}
          labelOf={texts.full}
          busy={busy}
          onPublish={(properties) => void publish(properties, conflict.theirs.etag)}
          onTakeTheirs={() => {
            clear();
            setReviewing(false);
            form.reset(base);
            onTyping(false);
          }}
          onClose={() => {
            clear();
            setReviewing(false);
          }}
        />
      )}
    </FormProvider>
  );
}

/** Somebody saved while this form was being filled in; publishing will show both. */
function Newer({ draft }: { draft: string | null }) {
  const t = useTranslations("conflict");
  return (
    <p className="rounded-control border border-warn bg-warn-soft px-3 py-2" role="status">
      {t(draft === null ? "newer" : "draft.newer")}
    </p>
  );
}

function ReadOnlyNote() {
  const t = useTranslations("resource");
  return <p className="rounded-control border border-line bg-sunken px-3 py-2 text-muted">{t("readOnly")}</p>;
}
