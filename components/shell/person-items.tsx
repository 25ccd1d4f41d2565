"use client";

import { KeyRound, LogOut } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { MenuItem, MenuSeparator } from "../ui/menu";
import { LanguageItems } from "./language-items";
import { useMe } from "./me";
import { signOut } from "./sign-out";

/** Who is signed in, and what they may choose for themselves. */
export function PersonItems() {
  const t = useTranslations("shell.person");
  const me = useMe();
  return (
    <>
      <div className="px-2 py-1.5">
        <p className="truncate font-strong">{me.name}</p>
        <p className="truncate text-muted text-xs">{me.email}</p>
        <p className="text-muted text-xs">{t(`roles.${me.role}`)}</p>
      </div>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/settings/tokens">
          <KeyRound size={16} aria-hidden className="text-muted" />
          {t("tokens")}
        </Link>
      </MenuItem>
      <MenuSeparator />
      <LanguageItems />
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={() => void signOut()}>
        {t("signOut")}
      </MenuItem>
    </>
  );
}
