"use client";

import { KeyRound, LogOut } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu";
import { useMe } from "./me";
import { signOut } from "./sign-out";

const LanguageItems = dynamic(() => import("./language-items").then((module) => module.LanguageItems), { ssr: false });

const initials = (name: string): string => {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase())
    .join("");
};

export function PersonMenu() {
  const t = useTranslations("shell.person");
  const me = useMe();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t("label", { name: me.name })}
          className="ml-1 flex size-7 items-center justify-center rounded-full bg-selected font-strong text-accent text-xs"
        >
          {initials(me.name || me.email)}
        </button>
      }
    >
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
    </Menu>
  );
}
