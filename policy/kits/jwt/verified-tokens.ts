import type { Jwt } from "@/policy/kits/message/jwt";

/** A token whose signature was checked; its times and claims are still to be. */
export interface VerifiedToken {
  readonly jwt: Jwt;
  readonly claims: ReadonlyMap<string, unknown>;
  readonly isSigned: boolean;
  /** Whom the key signs for; null: for all. */
  readonly issuers: readonly string[] | null;
  /** Whether checks that come out the same for every request have been done. */
  isSettled: boolean;
}

const maxTokens = 1000;
const maxCharacters = 2 * 1024 * 1024;

/** The tokens that were used of late, by their text. Two halves: when the new one is full it becomes the old one. */
export class VerifiedTokens {
  #young = new Map<string, VerifiedToken>();
  #old = new Map<string, VerifiedToken>();
  #characters = 0;

  get(text: string): VerifiedToken | undefined {
    const found = this.#young.get(text);
    if (found !== undefined) return found;
    const older = this.#old.get(text);
    if (older !== undefined) this.set(text, older);
    return older;
  }

  set(text: string, token: VerifiedToken): void {
    if (this.#young.size >= maxTokens || this.#characters + text.length > maxCharacters) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#characters = 0;
    }
    this.#characters += text.length;
    this.#young.set(text, token);
  }
}
