import type { X509Certificate } from "node:crypto";
import { emptyBody } from "@/policy/body";
import type { Exchange } from "@/policy/exchange";
import { Headers } from "@/policy/headers";
import { listAddresses, plainSerial, type RevocationList, readRevocationList } from "./revocation-list";

export type Standing = "good" | "revoked" | "unknown";

const timeoutMs = 10_000;
const maxBytes = 16 * 1024 * 1024;
const maxAgeMs = 60 * 60 * 1000;
const pauseMs = 60_000;
const keptLists = 100;

/** What was learnt of a list, and until when that counts; null: it could not be had. */
interface Kept {
  readonly list: RevocationList | null;
  readonly until: number;
}
const kept = new Map<string, Kept>();
const pending = new Map<string, Promise<RevocationList | null>>();

/** Whether any certificate of the chain is on a list that it names; a certificate that names none is on none. */
export function standingOf(exchange: Exchange, chain: readonly X509Certificate[]): Standing | Promise<Standing> {
  const pairs = chain.slice(0, -1).map((each, at) => [each, chain[at + 1] as X509Certificate] as const);
  const asked = pairs.flatMap(([certificate, issuer]) => {
    const address = listAddresses(certificate).find((each) => /^https?:/i.test(each));
    return address === undefined ? [] : [{ certificate, list: listAt(exchange, address, issuer) }];
  });
  if (asked.some(({ list }) => list instanceof Promise)) {
    return Promise.all(asked.map(async ({ certificate, list }) => standingIn(certificate, await list))).then(worst);
  }
  return worst(asked.map(({ certificate, list }) => standingIn(certificate, list as RevocationList | null)));
}

function standingIn({ serialNumber }: X509Certificate, list: RevocationList | null): Standing {
  if (list === null) return "unknown";
  return list.revoked.has(plainSerial(serialNumber)) ? "revoked" : "good";
}

const worst = (all: readonly Standing[]): Standing =>
  all.includes("revoked") ? "revoked" : all.includes("unknown") ? "unknown" : "good";

function listAt(
  exchange: Exchange,
  url: string,
  issuer: X509Certificate,
): RevocationList | null | Promise<RevocationList | null> {
  // Only a list that this issuer signed says something of its certificates.
  const key = `${issuer.fingerprint256} ${url}`;
  const known = kept.get(key);
  if (known !== undefined && Date.now() < known.until) return known.list;
  const under = pending.get(key) ?? fetchList(exchange, url, issuer).finally(() => pending.delete(key));
  pending.set(key, under);
  return under.then((list) => {
    const now = Date.now();
    if (kept.size >= keptLists) kept.delete(kept.keys().next().value as string);
    const until = list === null ? now + pauseMs : Math.min(now + maxAgeMs, list.nextUpdate ?? Number.POSITIVE_INFINITY);
    kept.set(key, { list, until });
    return list;
  });
}

/** null: it cannot be had, cannot be read, or is out of date. */
async function fetchList(exchange: Exchange, url: string, issuer: X509Certificate): Promise<RevocationList | null> {
  const source = "validate-client-certificate";
  try {
    const headers = new Headers();
    const call = { url, method: "GET", headers, body: emptyBody, clientCertificate: null, proxy: null };
    const options = { timeoutMs, followRedirects: true, source, maxBytes };
    const { status, body } = await exchange.host.send(exchange, call, options);
    if (status !== 200) return null;
    const list = readRevocationList(await body.bytes(), issuer.publicKey);
    return list.nextUpdate !== null && list.nextUpdate < Date.now() ? null : list;
  } catch (error) {
    exchange.trace?.note(source, { list: url, problem: error instanceof Error ? error.message : String(error) });
    return null;
  }
}
