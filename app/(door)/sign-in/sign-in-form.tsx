"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { DoorField, PasswordField } from "../door-field";
import { DoorHeading } from "../door-heading";
import { OidcButton } from "../oidc-button";
import { postAuth } from "../post-form";
import { useProblemText } from "../use-problem-text";

export function SignInForm({
  callbackUrl,
  oidc,
  cameWith,
}: {
  callbackUrl: string;
  oidc: { name: string; origin: string } | null;
  /** What went wrong on the way back from the provider. */
  cameWith: string | null;
}) {
  const t = useTranslations("door");
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(cameWith === null ? null : problemText(cameWith));
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as { email: string; password: string };
    const found = {
      ...(given.email.trim() === "" ? { email: t("signIn.emailMissing") } : {}),
      ...(given.password === "" ? { password: t("signIn.passwordMissing") } : {}),
    };
    setMissing(found);
    setProblem(null);
    const first = Object.keys(found)[0];
    if (first !== undefined) return form.current?.querySelector<HTMLInputElement>(`#${first}`)?.focus();
    setBusy(true);
    const said = await signIn(given).catch(() => t("problems.Unreachable"));
    // On success the page is left, and the button stays busy until it is.
    if (said === null) return window.location.assign(callbackUrl);
    setBusy(false);
    setProblem(said);
  }

  async function signIn(given: { email: string; password: string }): Promise<string | null> {
    const answer = await postAuth("callback/credentials", given);
    if (answer.ok) return null;
    if (answer.status === 429)
      return t("problems.TooMany", { seconds: Number(answer.headers.get("retry-after") ?? 60) });
    return problemText(answer.status === 401 ? "CredentialsSignin" : "Unknown");
  }

  return (
    <form
      ref={form}
      method="post"
      action="/api/auth/callback/credentials"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <DoorHeading title={t("signIn.title")} lead={t("signIn.lead")} problem={problem} />
      <div className="flex flex-col gap-4">
        <DoorField
          id="email"
          type="email"
          label={t("fields.email")}
          error={missing.email}
          autoComplete="username"
          inputMode="email"
          autoCapitalize="off"
          autoFocus={cameWith === null}
          spellCheck={false}
        />
        <PasswordField
          id="password"
          label={t("fields.password")}
          error={missing.password}
          autoComplete="current-password"
        />
        <Button type="submit" tone="primary" className="mt-1 h-9 w-full" busy={busy}>
          {t("signIn.submit")}
        </Button>
      </div>
      {oidc === null ? null : (
        <OidcButton oidc={oidc} callbackUrl={callbackUrl} onProblem={() => setProblem(problemText("OAuthSignin"))} />
      )}
    </form>
  );
}
