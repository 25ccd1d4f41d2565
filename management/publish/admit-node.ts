import { checkGatewayToken } from "../resources/gateways/token";
import { isPointer } from "../resources/secret-fields";
import type { Store } from "../store/store";
import { equalSecrets } from "./equal-secrets";

/** On whose word a gateway was let in. */
export interface Admission {
  /** Canonical id of the gateway resource; null for the gateway that this installation runs itself. */
  gatewayId: string | null;
  expiresAt: number | null;
}

/** Who stands behind a socket. */
export interface Peer {
  admission: Admission;
  authorization: string;
  address: string;
  /** What it understands beyond the log; older gateways say nothing of it. */
  abilities: ReadonlySet<string>;
}

export type AdmitNode = (authorization: string | undefined) => Promise<Admission | null>;

const maxHeaderLength = 1_000;

/** null: not let in. */
export function admitWith(store: Store, nodeToken: string | undefined): AdmitNode {
  return async (authorization) => {
    if (authorization === undefined || authorization.length > maxHeaderLength) return null;
    if (authorization.startsWith("Bearer ")) {
      const admitted = nodeToken !== undefined && equalSecrets(authorization.slice("Bearer ".length), nodeToken);
      return admitted ? { gatewayId: null, expiresAt: null } : null;
    }
    const [, token, name, expiry] = /^GatewayKey (([^\s&/]{1,80})&(\d{12})&\S+)$/.exec(authorization) ?? [];
    if (token === undefined || name === undefined || expiry === undefined) return null;
    const gateway = await store.read(`/gateways/${name.toLowerCase()}`);
    if (gateway === null || gateway.type !== "gateways") return null;
    const ids = [gateway.properties.primaryKey, gateway.properties.secondaryKey].flatMap((key) =>
      isPointer(key) ? [key.$secret] : [],
    );
    const keys = [...(await store.openSecrets(ids)).values()];
    const admitted = checkGatewayToken(token, name, keys);
    return admitted ? { gatewayId: gateway.id, expiresAt: endOf(expiry) } : null;
  };
}

/** A token written for 12:30 is good until that minute is over. */
function endOf(expiry: string): number {
  const [, date, hour, minute] = /^(\d{8})(\d\d)(\d\d)$/.exec(expiry) ?? [];
  if (date === undefined) return 0;
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  return Date.parse(`${day}T${hour}:${minute}:59Z`) + 1_000;
}
