import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export const generateGatewayKey = (): string => randomBytes(64).toString("base64");

/** "{gateway}&{expiry, UTC, to the minute}&{signature}", as self-hosted gateways send it. */
export function signGatewayToken(gateway: string, expiry: Date, key: string): string {
  const until = expiry.toISOString().replace(/\D/g, "").slice(0, 12);
  return `${gateway}&${until}&${signature(gateway, until, key)}`;
}

/** Whether one of the gateway's keys signed the token and it is still good. */
export function checkGatewayToken(token: string, gateway: string, keys: readonly string[], now = new Date()): boolean {
  const [name = "", until = "", signed = ""] = token.split("&");
  if (name.toLowerCase() !== gateway.toLowerCase() || !/^\d{12}$/.test(until)) return false;
  if (until < now.toISOString().replace(/\D/g, "").slice(0, 12)) return false;
  const given = Buffer.from(signed);
  return keys.some((key) => {
    const expected = Buffer.from(signature(name, until, key));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}

const signature = (gateway: string, until: string, key: string): string =>
  createHmac("sha512", Buffer.from(key, "base64")).update(`${gateway}\n${until}`).digest("base64");
