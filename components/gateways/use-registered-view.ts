import { useTranslations } from "use-intl";
import { gatewayView as view } from "./gateway-view";

/** Registrations stand below the gateways, which have a page of their own. */
export function useRegisteredView() {
  const t = useTranslations("gateways");
  const trail = [
    { text: t("title"), href: "/gateways" },
    { text: t("tabs.registered"), href: view.href },
  ];
  return { ...view, trail };
}
