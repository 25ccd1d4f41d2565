import type { LaneName } from "./drawing";

/** The fixed hue of each section, wherever a policy is shown. */
export const laneHues: Readonly<Record<LaneName, { text: string; line: string }>> = {
  inbound: { text: "text-inbound", line: "bg-inbound" },
  backend: { text: "text-backend", line: "bg-backend" },
  outbound: { text: "text-outbound", line: "bg-outbound" },
  "on-error": { text: "text-on-error", line: "bg-on-error" },
  fragment: { text: "text-inbound", line: "bg-inbound" },
  resolver: { text: "text-inbound", line: "bg-inbound" },
  stray: { text: "text-bad", line: "bg-bad" },
};
