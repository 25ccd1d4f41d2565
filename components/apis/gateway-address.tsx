"use client";

import { useTranslations } from "use-intl";
import { useLive } from "../data/use-live";
import { CopyButton } from "../ui/copy-button";

/** Where a path is answered: at the gateways that follow now. */
export function GatewayAddress({ path }: { path: string }) {
  const t = useTranslations("kinds.apis");
  const node = useLive().nodes.find((each) => each.connected && (each.addresses?.length ?? 0) > 0);
  const origin = reachable(node?.addresses ?? []);
  const suffix = path.startsWith("/") ? path : `/${path}`;
  // As high as with its button, so that nothing moves when the gateway is known.
  if (origin === undefined) {
    return (
      <span className="flex min-h-7 items-center">
        <code className="text-xs">{suffix}</code>
      </span>
    );
  }
  const url = `${origin.replace(/\/$/, "")}${suffix}`;
  return (
    <span className="flex min-h-7 min-w-0 items-center gap-1">
      <code className="min-w-0 break-all text-xs">{url}</code>
      <CopyButton text={url} label={t("copyAddress")} />
    </span>
  );
}

/** A name that was given to it, else the portal's own: a gateway beside the portal is reached as the portal is. */
function reachable(addresses: readonly string[]): string | undefined {
  const named = addresses.find((address) => new URL(address).hostname !== "localhost");
  return named ?? addresses[0]?.replace("//localhost", `//${window.location.hostname}`);
}
