"use client";

import { useTranslations } from "use-intl";
import { NodeState } from "./node-state";
import { useNodes } from "./use-nodes";

/** Whether a node of this name is there. A node names itself, so this is what it says, not what its token proves. */
export function RegisteredNode({ name }: { name: string }) {
  const t = useTranslations("gateways");
  const node = useNodes().nodes?.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return node === undefined ? <span className="text-faint">{t("unknown")}</span> : <NodeState node={node} />;
}
