import { createHash } from "node:crypto";

/** Everything that makes two connections to one address different. */
export interface ConnectionSettings {
  /** Equal keys: connections can be shared. */
  readonly key: string;
  readonly validateChain: boolean;
  readonly validateName: boolean;
  /** Hexadecimal, upper case; SHA-1, SHA-256 or SHA-512 by length. */
  readonly serverThumbprints: readonly string[];
  readonly serverNames: readonly { readonly name: string; readonly issuerThumbprint: string | null }[];
  readonly certificatePem: string | null;
  readonly privateKeyPem: string | null;
  readonly proxy: { readonly url: string; readonly username: string | null; readonly password: string | null } | null;
  /** Once this time has come (ms since the epoch), connections that were opened before it are replaced. */
  readonly reconnectAt: number;
}

export const plainConnection: ConnectionSettings = {
  key: "",
  validateChain: true,
  validateName: true,
  serverThumbprints: [],
  serverNames: [],
  certificatePem: null,
  privateKeyPem: null,
  proxy: null,
  reconnectAt: 0,
};

/** With the key that stands for them. */
export function keyed(settings: ConnectionSettings): ConnectionSettings {
  const { key: _, reconnectAt: __, ...told } = settings;
  return { ...settings, key: createHash("sha256").update(JSON.stringify(told)).digest("base64") };
}
