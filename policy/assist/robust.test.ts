import { expect, test } from "vitest";
import { kindOf } from "@/policy/document-kind";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { samples } from "@/policy/testing/samples";
import { complete } from "./complete";
import { hover } from "./hover";
import { parsed } from "./parsed";
import { signature } from "./signature";
import { tokens } from "./tokens";

const documents = corpus();
const all = [...documents.map(({ text }) => text), ...samples];
const knowledge = {
  namedValues: [{ name: "host", isSecret: false }],
  backends: [{ name: "orders" }],
  fragments: [{ name: "shared", text: "<fragment/>" }],
  certificates: [],
  loggers: [],
};

test(`tokens cover every document, one behind the other${noCorpus(documents)}`, { timeout: 60_000 }, () => {
  for (const text of all) {
    const pieces = tokens(parsed(text), 0, text.length);
    expect(pieces[0]?.from ?? 0).toBe(0);
    expect(pieces.at(-1)?.to ?? 0).toBe(text.length);
    const broken = pieces.find((piece, at) => piece.to <= piece.from || (at > 0 && piece.from !== pieces[at - 1]?.to));
    expect(broken).toBeUndefined();
  }
});

test("a part of a document has the tokens that it has in the whole", () => {
  for (const text of all.slice(0, 40)) {
    const document = parsed(text);
    const whole = tokens(document, 0, text.length);
    for (let from = 0; from < text.length; from += 97) {
      const to = Math.min(from + 200, text.length);
      const expected = whole
        .filter((piece) => piece.to > from && piece.from < to)
        .map((piece) => ({ ...piece, from: Math.max(piece.from, from), to: Math.min(piece.to, to) }));
      expect(tokens(document, from, to)).toEqual(expected);
    }
  }
});

// Every offset of everything takes minutes; each test run looks at others than its neighbour in the list does.
test(`nothing fails at any place of any document${noCorpus(documents)}`, { timeout: 120_000 }, () => {
  for (const [index, text] of all.entries()) {
    const standing = { kind: kindOf(text), scope: "any" } as const;
    const stride = Number(process.env.ASSIST_STRIDE ?? 293);
    for (let offset = index % stride; offset <= text.length; offset += stride) {
      const found = complete(text, offset, knowledge, standing);
      if (found !== null) {
        expect(found.from).toBeLessThanOrEqual(offset);
        expect(found.to).toBeGreaterThanOrEqual(offset);
      }
      const shown = hover(text, offset, knowledge, standing);
      if (shown !== null) expect(shown.start <= offset && offset <= shown.end).toBe(true);
      signature(text, offset);
    }
  }
});

test("nothing fails while a document is being written, character by character", () => {
  for (const text of samples) {
    const standing = { kind: "policies", scope: "any" } as const;
    for (let end = 0; end <= text.length; end++) {
      const written = text.slice(0, end);
      complete(written, end, knowledge, standing);
      hover(written, end, knowledge, standing);
      signature(written, end);
      expect(tokens(parsed(written), 0, end).at(-1)?.to ?? 0).toBe(end);
    }
  }
});
