import type { ClientCertificate, ProxyAddress } from "@/policy/host/outgoing-call";
import { type ConnectionSettings, keyed } from "./connection-settings";

/** Policies may compute them, so their number is bounded. */
const maxKept = 100;

interface Kept<T> {
  readonly given: T;
  readonly settings: ConnectionSettings;
}
const byCertificate = new WeakMap<ConnectionSettings, Map<string, Kept<ClientCertificate>>>();
const byProxy = new WeakMap<ConnectionSettings, Map<string, Kept<ProxyAddress>>>();

/** What policies set for this request is used instead of what the entity says. */
export function withOverrides(
  settings: ConnectionSettings,
  certificate: ClientCertificate | null,
  proxy: ProxyAddress | null,
): ConnectionSettings {
  return withProxy(certificate === null ? settings : withCertificate(settings, certificate), proxy);
}

function withCertificate(settings: ConnectionSettings, given: ClientCertificate): ConnectionSettings {
  const { certificatePem, privateKeyPem } = given;
  const kept = keptFor(byCertificate, settings);
  const known = kept.get(certificatePem);
  if (known !== undefined && known.given.privateKeyPem === privateKeyPem) return known.settings;
  const made = keyed({ ...settings, certificatePem, privateKeyPem });
  keep(kept, certificatePem, { given, settings: made });
  return made;
}

function withProxy(settings: ConnectionSettings, given: ProxyAddress | null): ConnectionSettings {
  if (given === null) return settings;
  const { url, username, password } = given;
  const kept = keptFor(byProxy, settings);
  const known = kept.get(url);
  if (known !== undefined && known.given.username === username && known.given.password === password) {
    return known.settings;
  }
  const made = keyed({ ...settings, proxy: { url, username, password } });
  keep(kept, url, { given, settings: made });
  return made;
}

function keptFor<T>(all: WeakMap<ConnectionSettings, Map<string, T>>, settings: ConnectionSettings): Map<string, T> {
  let kept = all.get(settings);
  if (kept === undefined) {
    kept = new Map();
    all.set(settings, kept);
  }
  return kept;
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= maxKept) kept.clear();
  kept.set(key, value);
}
