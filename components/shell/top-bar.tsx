"use client";

import { CircleHelp, Menu, Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { IconButton } from "../ui/icon-button";
import { Keys } from "../ui/kbd";
import { Mark } from "./mark";
import { PersonMenu } from "./person-menu";
import { PublishStatus } from "./publish-status";
import { ThemeMenu } from "./theme-menu";

export function TopBar({
  onNavigation,
  onPalette,
  onHelp,
}: {
  onNavigation(): void;
  onPalette(): void;
  onHelp(): void;
}) {
  const t = useTranslations("shell");
  return (
    <header className="z-20 flex min-w-0 items-center gap-2 border-line border-b bg-surface px-3 lg:col-span-2">
      <IconButton icon={Menu} label={t("menu")} className="lg:hidden" onClick={onNavigation} />
      <Link href="/" className="flex h-8 items-center gap-2 rounded-control px-1.5 font-strong text-base lg:w-[186px]">
        <Mark />
        <span className="max-sm:sr-only">{t("product")}</span>
      </Link>
      <button
        type="button"
        onClick={onPalette}
        className="flex h-8 min-w-8 items-center gap-2 rounded-control border border-line bg-canvas px-2 text-faint hover:border-line-control sm:w-72"
      >
        <Search size={16} aria-hidden />
        <span className="flex-1 truncate text-left max-sm:sr-only">{t("palette.prompt")}</span>
        <span aria-hidden className="max-sm:hidden">
          <Keys combination="mod+k" />
        </span>
      </button>
      <div className="flex-1" />
      <PublishStatus />
      <IconButton icon={CircleHelp} label={t("help.open")} shortcut="?" className="max-sm:hidden" onClick={onHelp} />
      <ThemeMenu />
      <PersonMenu />
    </header>
  );
}
