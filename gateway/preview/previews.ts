import { canonicalJson } from "@/contract/canonical-json";
import { maxPreviews } from "@/contract/preview";
import type { FrameToPortal, PreviewFrame } from "@/contract/stream";
import { apply } from "@/gateway/program/apply";
import { ChangeRefused, type Program } from "@/gateway/program/program";
import { verifySigned } from "@/gateway/signed/verify-signed";
import type { PolicyHost } from "@/policy/exchange";
import { verifyPreviewToken } from "./verify-preview-token";

/** What a request runs by that previews a draft. */
export interface Preview {
  readonly program: Program;
  /** Counts, caches and breaks circuits apart from what is live. */
  readonly host: PolicyHost | null;
}
export interface ClosableHost extends PolicyHost {
  close(): void;
}

export type FoundPreview = Preview | { readonly status: 401 | 409; readonly message: string };

export interface PreviewsOptions {
  /** Makes what policies use; `prefix` keeps its counters and caches apart. Absent: previews use what is live. */
  hostOf?: (prefix: string) => ClosableHost;
  now?: () => number;
}

interface Kept {
  readonly frame: PreviewFrame;
  host: ClosableHost | null;
  /** The draft on top of the live program that it was last asked for with. */
  made: { live: Program; program: Program } | null;
}

/**
 * Drafts that can be tried out on this gateway: each a program that shares all but the draft's own documents with the
 * live one, and follows it. Nothing of them is written to disk; a portal tells them again.
 */
export class Previews {
  readonly #options: PreviewsOptions;
  readonly #now: () => number;
  /** By draft; those used last stand last. */
  readonly #kept = new Map<string, Kept>();

  constructor(options: PreviewsOptions = {}) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Takes a draft from the portal; a text says why it cannot be run. */
  take(frame: PreviewFrame, live: Program | null): string | null {
    this.#forgetExpired();
    if (live === null) return "The gateway has no configuration yet.";
    if (!isGenuine(frame, live)) return "The draft was not signed by this installation's portal.";
    const before = this.#kept.get(frame.draftId);
    // What its policies count stands as it was while only its time is prolonged.
    const host = before?.frame.digest === frame.digest ? before.host : null;
    if (before !== undefined && host === null) before.host?.close();
    const kept: Kept = { frame, host, made: null };
    this.#kept.delete(frame.draftId);
    const problem = this.#make(kept, live);
    if (problem !== null) {
      host?.close();
      return problem;
    }
    this.#kept.set(frame.draftId, kept);
    for (const [draftId] of this.#kept) {
      if (this.#kept.size <= maxPreviews) break;
      this.end(draftId);
    }
    return null;
  }

  end(draftId: string): void {
    this.#kept.get(draftId)?.host?.close();
    this.#kept.delete(draftId);
  }

  /** For processes that come later. */
  get frames(): PreviewFrame[] {
    this.#forgetExpired();
    return Array.from(this.#kept.values(), ({ frame }) => frame);
  }

  /** For a portal that may not know of them, or of how their drafts ended. */
  get announcements(): FrameToPortal[] {
    return this.frames.map(({ draftId, digest }) => ({ kind: "previewed", draftId, digest, problem: null }));
  }

  /** What a draft makes of the configuration; null: it is not kept here, or does not fit. */
  programOf(draftId: string, live: Program): Program | null {
    const kept = this.#kept.get(draftId);
    if (kept === undefined || kept.frame.expiresAt <= this.#now() || this.#make(kept, live) !== null) return null;
    return kept.made?.program ?? null;
  }

  /** What a token lets a request run by. Whoever asks for a preview is never given anything else. */
  find(token: string, live: Program): FoundPreview {
    const grant = verifyPreviewToken(token, live.service?.debugPublicKey);
    if (grant === null) return refuse("The preview token is not valid.");
    if (grant.expiresAt <= this.#now()) return refuse("The preview token has expired.");
    const kept = this.#kept.get(grant.draftId);
    if (kept === undefined || kept.frame.expiresAt <= this.#now()) {
      this.end(grant.draftId);
      return refuse("There is no such preview: its draft was changed, published, discarded, or not used for a while.");
    }
    if (kept.frame.digest !== grant.digest) return refuse("The draft was changed since this preview began.");
    this.#kept.delete(grant.draftId);
    this.#kept.set(grant.draftId, kept);
    const problem = this.#make(kept, live);
    if (problem !== null || kept.made === null) {
      const message = `The draft cannot be run on the configuration as it is now. ${problem ?? ""}`.trim();
      return { status: 409, message };
    }
    kept.host ??= this.#options.hostOf?.(`preview ${grant.draftId} ${grant.digest} `) ?? null;
    return { program: kept.made.program, host: kept.host };
  }

  #make(kept: Kept, live: Program): string | null {
    if (kept.made?.live === live) return null;
    const { put, remove } = kept.frame;
    try {
      kept.made = { live, program: apply(live, { revision: live.revision, put, remove }) };
      return null;
    } catch (error) {
      kept.made = null;
      if (error instanceof ChangeRefused) return error.message;
      return "The gateway failed on this draft; see its log.";
    }
  }

  #forgetExpired(): void {
    const now = this.#now();
    for (const [draftId, { frame }] of this.#kept) if (frame.expiresAt <= now) this.end(draftId);
  }
}

const refuse = (message: string) => ({ status: 401, message }) as const;

function isGenuine({ signature, ...signed }: PreviewFrame, { service }: Program): boolean {
  const key = service?.debugPublicKey;
  return key !== undefined && verifySigned(canonicalJson(signed), signature, key);
}
