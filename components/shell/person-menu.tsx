"use client";

import { useTranslations } from "use-intl";
import { later } from "../ui/later";
import { Menu } from "../ui/menu";
import { useMe } from "./me";

const PersonItems = later(() => import("./person-items").then((module) => module.PersonItems));

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
      <PersonItems />
    </Menu>
  );
}
