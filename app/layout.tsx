import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import type { Messages } from "use-intl";
import { createTranslator } from "use-intl/core";
import { readTheme, themeCookie } from "@/components/shell/theme";
import { requestLocale } from "@/components/text/request-locale";
import { TextProvider } from "@/components/text/text-provider";
import type shell from "@/messages/en/shell.json";
import { loadCompiled } from "@/messages/load-compiled";
import { everywhere } from "@/messages/namespaces";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const messages = (await loadCompiled(locale, ["shell"])) as { shell: typeof shell };
  const t = createTranslator({ locale, messages, namespace: "shell" });
  return {
    title: { template: `%s · ${t("product")}`, default: t("product") },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** Theme and language are those of the request, so that no page flashes in others. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  const locale = await requestLocale();
  const messages = (await loadCompiled(locale, everywhere)) as unknown as Messages;
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <TextProvider locale={locale} messages={messages}>
          {children}
        </TextProvider>
      </body>
    </html>
  );
}
