import type { Section } from "@/policy/exchange";

/** Each section's hue, as everywhere in the portal. */
export const lanes: Record<Section, { text: string; fill: string; soft: string }> = {
  inbound: { text: "text-inbound", fill: "bg-inbound", soft: "bg-inbound/18" },
  backend: { text: "text-backend", fill: "bg-backend", soft: "bg-backend/18" },
  outbound: { text: "text-outbound", fill: "bg-outbound", soft: "bg-outbound/18" },
  "on-error": { text: "text-on-error", fill: "bg-on-error", soft: "bg-on-error/18" },
};
