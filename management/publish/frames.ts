import { canonicalJson } from "@/contract/canonical-json";
import { chainText } from "@/contract/chain";
import type { GatewayDocument } from "@/contract/documents";
import type { Publication } from "./publication";
import { takeTurns } from "./turns";

/** Small enough to be parsed by the gateway between two requests. */
export const partBytes = 48 * 1024;

/** A frame's chained text; `proves` when the hash is to be sent with it. */
export interface ChainedText {
  text: string;
  proves: boolean;
}

/** A change as one frame, or as parts and a last one when it is large. */
export async function* changeFrames(publication: Publication): AsyncGenerator<ChainedText> {
  const turn = takeTurns();
  let texts: string[] = [];
  let bytes = 0;
  for (const document of publication.put) {
    const text = canonicalJson(document);
    if (bytes > 0 && bytes + text.length > partBytes) {
      yield part(texts, []);
      texts = [];
      bytes = 0;
    }
    texts.push(text);
    bytes += text.length;
    await turn();
  }
  let remove = publication.remove;
  for (; remove.length > maxRemoved; remove = remove.slice(maxRemoved)) yield part([], remove.slice(0, maxRemoved));
  const text = chainText({ kind: "change", ...publication, put: [], remove, hash: "" });
  yield { text: text.replace('"put":[]', () => `"put":[${texts.join(",")}]`), proves: true };
}

const maxRemoved = 500;

/** Members stand in the order of their names, as canonical JSON has them. */
const part = (put: string[], remove: string[]): ChainedText => ({
  text: `{"kind":"change-part","put":[${put.join(",")}],"remove":${canonicalJson(remove)}}`,
  proves: false,
});

/** Gathers documents into the parts of a snapshot. */
export class SnapshotParts {
  readonly texts: string[] = [];
  #documents: string[] = [];
  #bytes = 0;

  add(document: GatewayDocument): void {
    const text = canonicalJson(document);
    if (this.#bytes > 0 && this.#bytes + text.length > partBytes) this.end();
    this.#documents.push(text);
    this.#bytes += text.length;
  }

  end(): void {
    if (this.#documents.length > 0)
      this.texts.push(`{"documents":[${this.#documents.join(",")}],"kind":"snapshot-part"}`);
    this.#documents = [];
    this.#bytes = 0;
  }
}
