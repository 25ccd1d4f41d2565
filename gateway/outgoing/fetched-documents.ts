import { Fault } from "@/policy/fault";
import type { DocumentOptions, Documents, FetchedDocument } from "@/policy/host/documents";
import { noBackends } from "./no-backends";
import type { OutgoingCalls } from "./outgoing-calls";

const maxBytes = 1024 * 1024;
const timeoutMs = 10_000;
const maxKept = 1_000;
/** Of all of them: addresses may come from expressions, and whoever answers there chooses the length. */
const maxCharacters = 64 * 1024 * 1024;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

export interface FetchedDocumentsOptions {
  /** On the monotonic clock. */
  now?: () => number;
}

interface Kept {
  good: FetchedDocument | null;
  /** Why the last fetch brought nothing; null when it did. */
  failure: Fault | null;
  pauseMs: number;
  /** A source that failed is not asked again before. */
  notBefore: number;
  pending: Promise<FetchedDocument> | null;
}

/** Fetches documents over HTTP and keeps them. */
export class FetchedDocuments implements Documents {
  readonly #calls: OutgoingCalls;
  readonly #now: () => number;
  /** The one that was used last is the last. */
  readonly #kept = new Map<string, Kept>();

  constructor(calls: OutgoingCalls, { now = () => performance.now() }: FetchedDocumentsOptions = {}) {
    this.#calls = calls;
    this.#now = now;
  }

  get(url: string, options: DocumentOptions): FetchedDocument | Promise<FetchedDocument> {
    const kept = this.#use(url);
    const { good } = kept;
    const now = this.#now();
    if (good !== null && now - good.fetchedAt < options.maxAgeMs) return good;
    if (kept.failure !== null) {
      // A source that is away keeps nobody waiting who can do with what it said last.
      if (now >= kept.notBefore && kept.pending === null) void this.#fetch(url, kept).catch(() => undefined);
      if (good !== null) return good;
      if (kept.pending === null) return Promise.reject(unavailable(url, kept.failure, options));
    }
    return (kept.pending ?? this.#fetch(url, kept)).catch((failure: Fault) => {
      if (kept.good !== null) return kept.good;
      throw unavailable(url, failure, options);
    });
  }

  #use(url: string): Kept {
    const kept = this.#kept.get(url) ?? { good: null, failure: null, pauseMs: 0, notBefore: 0, pending: null };
    this.#kept.delete(url);
    this.#kept.set(url, kept);
    if (this.#kept.size > maxKept) this.#kept.delete(this.#kept.keys().next().value as string);
    return kept;
  }

  #fetch(url: string, kept: Kept): Promise<FetchedDocument> {
    const pending = this.#read(url).then(
      (text) => {
        kept.good = { text, fetchedAt: this.#now() };
        kept.failure = null;
        kept.pauseMs = 0;
        this.#trim(kept);
        return kept.good;
      },
      (failure: Fault) => {
        kept.failure = failure;
        kept.pauseMs = Math.min(longestPauseMs, kept.pauseMs === 0 ? firstPauseMs : kept.pauseMs * 2);
        kept.notBefore = this.#now() + kept.pauseMs;
        throw failure;
      },
    );
    kept.pending = pending;
    const done = () => {
      kept.pending = null;
    };
    pending.then(done, done);
    return pending;
  }

  #trim(newest: Kept): void {
    let characters = 0;
    for (const { good } of this.#kept.values()) characters += good?.text.length ?? 0;
    for (const [url, kept] of this.#kept) {
      if (characters <= maxCharacters) return;
      if (kept === newest || kept.pending !== null) continue;
      characters -= kept.good?.text.length ?? 0;
      this.#kept.delete(url);
    }
  }

  async #read(url: string): Promise<string> {
    const call = { url, method: "GET", lines: ["Accept", "*/*"], body: null, clientCertificate: null, proxy: null };
    const options = { timeoutMs, followRedirects: true, source: "documents", maxBytes };
    const { status, body } = await this.#calls.send(call, options, { program: noBackends, exchange: null });
    if (status !== 200) throw failed(`it was answered with status ${status}`, "documents");
    return new TextDecoder().decode(await body.bytes());
  }
}

const failed = (message: string, source: string): Fault =>
  new Fault({ source, reason: "BackendConnectionFailure", status: 500, message });

function unavailable(url: string, cause: Fault, { source }: DocumentOptions): Fault {
  // What stands in a query may be a secret.
  const named = url.replace(/[?#].*$/s, "");
  const { reason, message } = cause;
  return new Fault({
    source,
    reason,
    status: 500,
    message: `The document ${named} could not be fetched: ${message}`,
    cause,
  });
}
