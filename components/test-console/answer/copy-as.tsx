"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { CodeBlock } from "../../ui/code-block";
import { Select } from "../../ui/select";
import { asCsharp } from "../code/as-csharp";
import { asCurl } from "../code/as-curl";
import { asFetch } from "../code/as-fetch";
import { asPython } from "../code/as-python";
import { keyVariable, type RequestForCode } from "../code/request-for-code";

const languages = { curl: asCurl, fetch: asFetch, csharp: asCsharp, python: asPython };
type Language = keyof typeof languages;

/** The request as a program would make it. */
export function CopyAs({ request, label }: { request: RequestForCode; label: string }) {
  const t = useTranslations("run.code");
  const [language, setLanguage] = useState<Language>("curl");
  return (
    <div className="flex flex-col gap-2">
      <Select
        aria-label={t("language")}
        className="w-44"
        value={language}
        onChange={(event) => setLanguage(event.target.value as Language)}
        options={(Object.keys(languages) as Language[]).map((each) => ({ value: each, label: t(each) }))}
      />
      <CodeBlock code={languages[language](request)} label={label} />
      {request.keyHeader === null ? null : <p className="text-muted text-xs">{t("key", { name: keyVariable })}</p>}
      {request.body !== null && language === "fetch" && /^(GET|HEAD)$/.test(request.method) ? (
        <p className="text-warn text-xs">{t("noBodyInFetch", { method: request.method })}</p>
      ) : null}
    </div>
  );
}
