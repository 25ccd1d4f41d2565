"use client";

import { LogIn } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { postAuth } from "./post-form";

/** Leaves for the OpenID provider. */
export function OidcButton({
  oidc,
  callbackUrl,
  onProblem,
}: {
  oidc: { name: string; origin: string };
  callbackUrl: string;
  onProblem(): void;
}) {
  const t = useTranslations("door.oidc");
  const [busy, setBusy] = useState(false);
  async function leave() {
    // The provider returns people to one address; the cookies that prove who left must be that address's.
    if (window.location.origin !== oidc.origin) {
      window.location.assign(`${oidc.origin}/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
      return;
    }
    setBusy(true);
    try {
      const answer = await postAuth("signin/oidc", { callbackUrl });
      const { url } = (await answer.json()) as { url?: string };
      if (url === undefined) throw new Error("no address to go to");
      window.location.assign(url);
    } catch {
      setBusy(false);
      onProblem();
    }
  }
  return (
    <>
      <p className="my-4 flex items-center gap-3 text-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      <Button className="h-9 w-full" busy={busy} onClick={() => void leave()}>
        {busy ? null : <LogIn size={16} aria-hidden />}
        {t("continue", { name: oidc.name })}
      </Button>
    </>
  );
}
