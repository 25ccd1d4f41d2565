"use client";

import { Monitor, Moon, Sun, SunMoon } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuChoice } from "../ui/menu";
import { readTheme, type Theme, themeCookie, themes } from "./theme";

const icons = { system: Monitor, light: Sun, dark: Moon };
const oneYearS = 365 * 24 * 60 * 60;

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${oneYearS}; samesite=lax`;
}

export function ThemeMenu() {
  const t = useTranslations("shell.theme");
  const [theme, setTheme] = useState<Theme>("system");
  return (
    <Menu
      trigger={
        <IconButton
          icon={SunMoon}
          label={t("label")}
          onPointerDown={() => setTheme(readTheme(document.documentElement.dataset.theme))}
        />
      }
    >
      <MenuChoice
        value={theme}
        options={themes.map((each) => ({ value: each, label: t(each), icon: icons[each] }))}
        onValue={(value) => {
          const chosen = readTheme(value);
          setTheme(chosen);
          applyTheme(chosen);
        }}
      />
    </Menu>
  );
}
