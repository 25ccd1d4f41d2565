import type { Section } from "@/policy/exchange";

/** The quiet hues of the sections, as in lanes and traces. */
export const sectionText: Readonly<Record<Section | "none", string>> = {
  inbound: "text-inbound",
  backend: "text-backend",
  outbound: "text-outbound",
  "on-error": "text-on-error",
  none: "text-muted",
};

export const sectionBorder: Readonly<Record<Section | "none", string>> = {
  inbound: "border-l-inbound",
  backend: "border-l-backend",
  outbound: "border-l-outbound",
  "on-error": "border-l-on-error",
  none: "border-l-line-control",
};
