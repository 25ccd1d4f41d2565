/** Counts tokens as the model of that name does. */
export type CountTokens = (text: string) => number;

type Encoding = "o200k_base" | "cl100k_base";
const loaded = new Map<Encoding, Promise<CountTokens>>();

/** A run of one kind is counted in pieces of this length: one piece costs the square of its length. */
const maxRun = 512;
/** What follows is counted by the average of what comes before. */
const maxCounted = 1_000_000;

/** The tables are loaded when they are first needed. */
export function tokenizerFor(model: string): Promise<CountTokens> {
  const encoding = encodingOf(model);
  let tokenizer = loaded.get(encoding);
  if (tokenizer === undefined) {
    tokenizer = load(encoding);
    loaded.set(encoding, tokenizer);
  }
  return tokenizer;
}

/** Of models that are not OpenAI's, and of deployments whose name tells nothing, the newer one is near enough. */
export function encodingOf(model: string): Encoding {
  const name = model.toLowerCase().replace(/^.*\//, "");
  if (/^(gpt-?4(o|[.-][15](?!\d))|chatgpt-4o)/.test(name)) return "o200k_base";
  return /^(gpt-?4|gpt-?3[.-]?5|text-embedding|text-davinci)/.test(name) ? "cl100k_base" : "o200k_base";
}

async function load(encoding: Encoding): Promise<CountTokens> {
  const { countTokens } =
    encoding === "o200k_base"
      ? await import("gpt-tokenizer/encoding/o200k_base")
      : await import("gpt-tokenizer/encoding/cl100k_base");
  // What looks like a mark of the model's own is text when a user writes it.
  const options = { disallowedSpecial: new Set<string>() };
  const count = (text: string) => piecesOf(text).reduce((sum, piece) => sum + countTokens(piece, options), 0);
  return (text) => {
    if (text.length <= maxCounted) return count(text);
    return Math.ceil((count(text.slice(0, maxCounted)) * text.length) / maxCounted);
  };
}

function piecesOf(text: string): string[] {
  if (text.length <= maxRun) return [text];
  const pieces: string[] = [];
  let from = 0;
  let run = 0;
  let wasSpace = false;
  for (let index = 0; index < text.length; index++) {
    const isSpace = text.charCodeAt(index) <= 0x20;
    run = isSpace === wasSpace ? run + 1 : 1;
    wasSpace = isSpace;
    // Halves of one character stay together.
    if (run < maxRun || (text.charCodeAt(index) & 0xfc00) === 0xd800) continue;
    pieces.push(text.slice(from, index + 1));
    from = index + 1;
    run = 0;
  }
  pieces.push(text.slice(from));
  return pieces;
}
