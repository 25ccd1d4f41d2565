"use client";

import { type FormEvent, type MouseEvent, type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { minPasswordLength, passwordProblem } from "@/management/identity/password-rules";
import { DoorField, PasswordField } from "../door-field";
import { DoorHeading } from "../door-heading";
import { OidcButton } from "../oidc-button";
import { postForm } from "../post-form";
import { useProblemText } from "../use-problem-text";

type Given = Record<"name" | "email" | "password" | "code", string>;
type Problems = Partial<Record<keyof Given, string>>;

export function SetUpForm({
  needsCode,
  givenCode,
  oidc,
}: {
  needsCode: boolean;
  givenCode: string;
  oidc: { name: string; origin: string } | null;
}) {
  const t = useTranslations("door");
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [wrong, setWrong] = useState<Problems>({});
  const [busy, setBusy] = useState(false);

  /** What is wrong, in the order of the fields. */
  function judge({ name, email, password, code }: Given): Problems {
    const weak = passwordProblem(password, { email, name });
    return {
      ...(needsCode && code.trim() === "" ? { code: t("setUp.codeMissing") } : {}),
      ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t("setUp.emailWrong") }),
      ...(weak === null ? {} : { password: t(`password.problems.${weak}`, { length: minPasswordLength }) }),
    };
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = { code: "", ...Object.fromEntries(new FormData(event.currentTarget)) } as Given;
    const found = judge(given);
    setWrong(found);
    setProblem(null);
    const ids = Object.keys(found) as (keyof Given)[];
    if (ids.length > 1) return setProblem(<ProblemSummary problems={found} />);
    if (ids.length === 1) return form.current?.querySelector<HTMLInputElement>(`#${ids[0]}`)?.focus();
    setBusy(true);
    const said = await setUp(given).catch(() => t("problems.Unreachable"));
    if (said === null) return window.location.assign("/");
    setBusy(false);
    setProblem(said);
  }

  async function setUp(given: Given): Promise<string | null> {
    const answer = await postForm("/api/auth/set-up", given);
    if (answer.ok) return null;
    if (answer.status === 429)
      return t("problems.TooMany", { seconds: Number(answer.headers.get("retry-after") ?? 60) });
    if (answer.status === 403) return t("problems.SetupCode");
    if (answer.status === 409) return t("problems.AlreadySetUp");
    const { error } = (await answer.json()) as { error?: { details?: { message: string }[] } };
    return error?.details?.map(({ message }) => message).join(" ") || problemText("Unknown");
  }

  const check = (field: keyof Given) => () => {
    const given = { code: "", ...Object.fromEntries(new FormData(form.current ?? undefined)) } as Given;
    // Nothing typed yet is not wrong yet.
    if (given[field] !== "") setWrong((before) => ({ ...before, [field]: judge(given)[field] }));
  };

  return (
    <form ref={form} method="post" action="/api/auth/set-up" noValidate onSubmit={(event) => void submit(event)}>
      <DoorHeading title={t("setUp.title")} lead={t("setUp.lead")} problem={problem} />
      <div className="flex flex-col gap-4">
        {needsCode ? (
          <DoorField
            id="code"
            label={t("fields.code")}
            hint={t("setUp.codeHint")}
            error={wrong.code}
            defaultValue={givenCode}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            mono
          />
        ) : null}
        <DoorField
          id="name"
          label={t("fields.name")}
          error={wrong.name}
          autoComplete="name"
          autoFocus={!needsCode || givenCode !== ""}
          maxLength={100}
        />
        <DoorField
          id="email"
          type="email"
          label={t("fields.email")}
          error={wrong.email}
          onBlur={check("email")}
          autoComplete="username"
          inputMode="email"
          autoCapitalize="off"
          spellCheck={false}
        />
        <PasswordField
          id="password"
          label={t("fields.password")}
          hint={t("password.hint", { length: minPasswordLength })}
          error={wrong.password}
          onBlur={check("password")}
          autoComplete="new-password"
        />
        <Button type="submit" tone="primary" className="mt-1 h-9 w-full" busy={busy}>
          {t("setUp.submit")}
        </Button>
      </div>
      {oidc === null ? null : (
        <OidcButton oidc={oidc} callbackUrl="/" onProblem={() => setProblem(problemText("OAuthSignin"))} />
      )}
    </form>
  );
}

/** All that is wrong, each a link to its field. */
function ProblemSummary({ problems }: { problems: Problems }) {
  const t = useTranslations("door");
  return (
    <>
      <p>{t("setUp.summary")}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {(Object.entries(problems) as [keyof Given, string][]).map(([id, text]) => (
          <li key={id}>
            <a href={`#${id}`} className="underline underline-offset-2" onClick={(event) => toField(event, id)}>
              {t(`fields.${id}`)}
            </a>
            {": "}
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

function toField(event: MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
