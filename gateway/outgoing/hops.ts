import type { Headers } from "@/policy/headers";

/**
 * How many gateways a request has been through, this one counted, is told to whoever it is sent to: that may be a gateway,
 * too. What a client writes there can only make its own request end sooner, for each gateway counts on from what it got.
 */
export const hopsHeader = "Gatehouse-Hops";

/** More would not be a chain any more. */
export const maxHops = 10;

const lower = hopsHeader.toLowerCase();

/** Takes the count out of a request's header lines, for it is no concern of policies; 0 where there is none. */
export function takeHops({ lines }: Headers): number {
  let hops = 0;
  for (let index = lines.length - 2; index >= 0; index -= 2) {
    const name = lines[index] as string;
    if (name.length !== lower.length || name.toLowerCase() !== lower) continue;
    const value = lines[index + 1] as string;
    if (/^\d{1,4}$/.test(value)) hops = Math.max(hops, Number(value));
    lines.splice(index, 2);
  }
  return hops;
}

export const loopDetected = JSON.stringify({
  statusCode: 508,
  message: `Loop detected: the request has been through more than ${maxHops} gateways, or through this one as often.`,
});
