"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { QueryProvider } from "../data/query-provider";
import { later } from "../ui/later";
import { Sheet } from "../ui/sheet";
import { ToastList } from "../ui/toast-list";
import { KeyListener } from "./key-listener";
import { type Me, MeProvider } from "./me";
import { Navigation } from "./navigation";
import { navigationItems } from "./navigation-items";
import { useStyleNonce } from "./style-nonce";
import { TopBar } from "./top-bar";
import { useActions } from "./use-actions";

const Palette = later(() => import("./palette").then((module) => module.Palette));
const TourHost = later(() => import("../tour/tour-host").then((module) => module.TourHost));
const HelpSheet = later(() => import("./help-sheet").then((module) => module.HelpSheet));

/** The frame around every page: navigation, search, the state of publishing. */
export function PortalShell({ me, children }: { me: Me; children: ReactNode }) {
  useStyleNonce();
  return (
    <QueryProvider>
      <MeProvider me={me}>
        <Frame>{children}</Frame>
        <ToastList />
      </MeProvider>
    </QueryProvider>
  );
}

type Panel = "palette" | "help" | "navigation";

function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  const names = useTranslations("navigation.items");
  const router = useRouter();
  const [panel, setPanel] = useState<Panel | null>(null);
  // A panel is loaded when it is first opened and stays, so that it can be animated away.
  const [opened, setOpened] = useState<ReadonlySet<Panel>>(new Set());
  const open = (which: Panel) => {
    setPanel(which);
    setOpened((before) => new Set([...before, which]));
  };
  const toggle = (which: Panel) => (on: boolean) => (on ? open(which) : setPanel(null));
  useActions([
    ...navigationItems.map(({ id, href, icon, shortcut }) => ({
      id: `go-${id}`,
      group: "go" as const,
      label: names(id),
      icon,
      shortcut,
      run: () => router.push(href),
    })),
    {
      id: "palette",
      group: "portal",
      label: t("palette.open"),
      shortcut: "mod+k",
      stays: true,
      run: () => open("palette"),
    },
    { id: "help", group: "portal", label: t("help.open"), shortcut: "?", stays: true, run: () => open("help") },
  ]);
  return (
    <div className="grid h-dvh grid-cols-1 grid-rows-[48px_minmax(0,1fr)] lg:grid-cols-[208px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus-visible:not-sr-only focus-visible:absolute focus-visible:top-2 focus-visible:left-2 focus-visible:z-60 focus-visible:rounded-control focus-visible:bg-surface focus-visible:px-3 focus-visible:py-1.5"
      >
        {t("skip")}
      </a>
      <TopBar onNavigation={() => open("navigation")} onPalette={() => open("palette")} onHelp={() => open("help")} />
      <div className="hidden overflow-y-auto border-line border-r px-2.5 py-3 lg:block">
        <Navigation />
      </div>
      <div className="flex min-h-0 min-w-0 flex-col">
        <TourHost />
        <main id="main" tabIndex={-1} className="relative min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
      <Sheet open={panel === "navigation"} onOpenChange={toggle("navigation")} title={t("product")} side="left">
        <Navigation onNavigate={() => setPanel(null)} />
      </Sheet>
      {opened.has("palette") ? <Palette open={panel === "palette"} onOpenChange={toggle("palette")} /> : null}
      {opened.has("help") ? <HelpSheet open={panel === "help"} onOpenChange={toggle("help")} /> : null}
      <KeyListener />
    </div>
  );
}
