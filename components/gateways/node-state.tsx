"use client";

import { useTranslations } from "use-intl";
import { State } from "../ui/state";
import { type GatewayNode, stateOf, toneOf } from "./gateway-node";

export function NodeState({ node }: { node: Pick<GatewayNode, "connected" | "refused" | "lag"> }) {
  const t = useTranslations("gateways.state");
  const state = stateOf(node);
  return <State tone={toneOf[state]}>{t(state)}</State>;
}
