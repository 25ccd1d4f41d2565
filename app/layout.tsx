import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import type { Messages } from "use-intl";
import { createTranslator } from "use-intl/core";
import { readTheme, themeCookie } from "@/components/shell/theme";
import { TextProvider } from "@/components/text/text-provider";
import shell from "@/messages/en/shell.json";
import { loadMessages } from "@/messages/load-messages";
import { everywhere } from "@/messages/namespaces";
import "./globals.css";

const t = createTranslator({ locale: "en", messages: { shell }, namespace: "shell" });

export const metadata: Metadata = {
  title: { template: `%s · ${t("product")}`, default: t("product") },
  description: t("description"),
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** The theme is drawn by the server from its cookie, so that no page flashes in the other one. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  const messages = (await loadMessages("en", everywhere)) as unknown as Messages;
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <TextProvider locale="en" messages={messages}>
          {children}
        </TextProvider>
      </body>
    </html>
  );
}
