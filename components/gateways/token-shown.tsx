"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ShownOnce } from "../ui/shown-once";
import { type MadeToken, startCommand } from "./make-token";

const onlyHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The command that starts a gateway with its token: on the page until it is hidden, and never again. */
export function TokenShown({ name, made, onDone }: { name: string; made: MadeToken; onDone?(): void }) {
  const t = useTranslations("gateways.token");
  const format = useFormatter();
  const [hidden, setHidden] = useState(false);
  if (hidden) return null;
  return (
    <ShownOnce
      title={t("shown", { name })}
      warning={t("warning", { expiry: format.dateTime(made.expiry, { dateStyle: "medium", timeStyle: "short" }) })}
      secret={startCommand(window.location.origin, name, made.token)}
      doneLabel={t("done")}
      onDone={() => {
        setHidden(true);
        onDone?.();
      }}
    >
      {onlyHere.test(window.location.hostname) ? <p>{t("onlyHere", { host: window.location.hostname })}</p> : null}
    </ShownOnce>
  );
}
