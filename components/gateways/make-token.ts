import { ask } from "../data/arm-client";

export const lifetimesDays = [1, 7, 30] as const;
export type KeyName = "primary" | "secondary";

const dayMs = 24 * 60 * 60 * 1000;
/** The clocks of the browser and the portal may differ, and thirty days are the limit. */
const marginMs = 5 * 60 * 1000;

export interface MadeToken {
  token: string;
  expiry: Date;
}

/** A token with which a gateway of this name comes in. */
export async function makeToken(gateway: string, days: number, keyType: KeyName): Promise<MadeToken> {
  const expiry = new Date(Date.now() + days * dayMs - marginMs);
  const { body } = await ask<{ value: string }>(`/gateways/${gateway}/generateToken`, {
    method: "POST",
    body: { keyType, expiry: expiry.toISOString() },
  });
  return { token: body.value, expiry };
}

/** How a gateway is started elsewhere. */
export const startCommand = (portal: string, gateway: string, token: string): string =>
  [
    `GATEHOUSE_CONTROL_URL='${portal}' \\`,
    `GATEHOUSE_NODE_NAME='${gateway}' \\`,
    `GATEHOUSE_NODE_TOKEN='${token}' \\`,
    "node dist/gateway.mjs",
  ].join("\n");
