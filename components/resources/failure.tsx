"use client";

import { useTranslations } from "use-intl";
import type { ArmDetail, ArmError } from "../data/arm-error";
import { useLooseText } from "../text/use-loose-text";
import { useSaid } from "../text/use-said";
import { Button } from "../ui/button";
import { ErrorPanel } from "../ui/error-panel";
import { toasts } from "../ui/toasts";

/** What to say of a refusal: the server's own words, and a next step by its code or status. */
export function useFailureText(): (error: ArmError) => { title: string; next?: string; details: ArmDetail[] } {
  const text = useLooseText();
  const said = useSaid("said");
  return (error) => {
    const next = [`failure.next.${error.code}`, `failure.next.${error.status}`].find((key) => text.has(key));
    const known = `failure.title.${error.code}`;
    const title =
      error.message !== ""
        ? said(error.message)
        : text.has(known)
          ? text(known)
          : text("failure.title.other", { status: error.status });
    const details = (error.details ?? []).map((detail) => ({ ...detail, message: said(detail.message) }));
    return { title, next: next === undefined ? undefined : text(next), details };
  };
}

export function FailurePanel({ error, where, onRetry }: { error: ArmError; where?: string; onRetry?(): void }) {
  const t = useTranslations("failure");
  const { title, next, details } = useFailureText()(error);
  return (
    <ErrorPanel
      title={title}
      where={where}
      details={details}
      next={next}
      id={error.requestId}
      actions={onRetry === undefined ? undefined : <Button onClick={onRetry}>{t("retry")}</Button>}
    />
  );
}

/** For what fails in passing, where there is no place for a panel. */
export function useFailureToast(): (error: unknown) => void {
  const describe = useFailureText();
  return (error) => {
    const { title, next, details } = describe(error as ArmError);
    toasts.show({ tone: "bad", title, text: details.map(({ message }) => message).join(" ") || next });
  };
}
