/**
 * Messages as they are written in English, with numbered gaps: "The required attribute '{0}' is missing." In a gap that
 * names another entry, "{0 kinds} not found.", stands one of that entry's words, which is said, too.
 */
export type SaidTemplates = Readonly<Record<string, readonly string[]>>;

/** Says in another language what a part of the product said in English; what it does not know stays as it is. */
export type Localiser = (message: string, code?: string) => string;

interface Pattern {
  code: string;
  literal: number;
  expression: RegExp;
  gaps: readonly Gap[];
  said: string;
}
interface Gap {
  name: string;
  /** The entry whose words may stand in it. */
  words: string | undefined;
}

const gap = /\{(\d+)(?: (\w+))?\}/g;
const gapSaid = /\{(\d+)(?: [^{}]*)?\}/g;
/** What a gap holds may be such a message itself: "… is invalid - It must be between 1 and 300." */
const mostNested = 24;

export function localiserOf(english: SaidTemplates, translated: SaidTemplates): Localiser {
  const patterns = Object.entries(english)
    .flatMap(([code, templates]) =>
      templates.map((template, at) => patternOf(code, template, translated[code]?.[at] ?? template)),
    )
    // The one that says most by itself is meant.
    .sort((a, b) => b.literal - a.literal);
  const byCode = new Map<string, Pattern[]>();
  for (const pattern of patterns) byCode.set(pattern.code, [...(byCode.get(pattern.code) ?? []), pattern]);
  // Words stand in sentences; alone they are names that people gave.
  const words = new Set(patterns.flatMap(({ gaps }) => gaps.map((each) => each.words)));
  const sentences = patterns.filter(({ code }) => !words.has(code));

  const say = (message: string, among: readonly Pattern[], depth: number): string | null => {
    for (const { expression, gaps, said } of among) {
      const found = expression.exec(message);
      if (found === null) continue;
      const values = new Map(gaps.map((each, at) => [each.name, sayGap(each, found[at + 1] ?? "", depth + 1)]));
      return said.replace(gapSaid, (_, name: string) => values.get(name) ?? "");
    }
    return null;
  };
  const sayGap = ({ words }: Gap, value: string, depth: number): string => {
    if (depth > mostNested) return value;
    const told = words === undefined ? null : say(value, byCode.get(words) ?? [], depth);
    return told ?? (value.includes(" ") ? say(value, sentences, depth) : null) ?? value;
  };
  return (message, code) =>
    (code === undefined ? null : say(message, byCode.get(code) ?? [], 0)) ?? say(message, sentences, 0) ?? message;
}

function patternOf(code: string, template: string, said: string): Pattern {
  const gaps: Gap[] = [];
  // Text, name, words, text …
  const parts = template.split(gap);
  let source = "";
  let literal = 0;
  for (let at = 0; at < parts.length; at += 3) {
    const [part = "", name, words] = parts.slice(at, at + 3);
    literal += part.length;
    source += part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    if (name === undefined) break;
    const before = gaps.findIndex((each) => each.name === name);
    source += before >= 0 ? `\\${before + 1}` : "([\\s\\S]*?)";
    if (before < 0) gaps.push({ name, words });
  }
  return { code, literal, expression: new RegExp(`^${source}$`), gaps, said };
}
