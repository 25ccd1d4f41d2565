/** Messages as they are written in English, with numbered gaps: "The required attribute '{0}' is missing." */
export type SaidTemplates = Readonly<Record<string, readonly string[]>>;

/** Says in another language what a part of the product said in English; what it does not know stays as it is. */
export type Localiser = (message: string, code?: string) => string;

interface Pattern {
  code: string;
  literal: number;
  expression: RegExp;
  gaps: readonly string[];
  said: string;
}

const gap = /\{(\d+)\}/g;
/** What a gap holds may be such a message itself: "… is invalid - It must be between 1 and 300." */
const mostNested = 3;

export function localiserOf(english: SaidTemplates, translated: SaidTemplates): Localiser {
  const patterns = Object.entries(english)
    .flatMap(([code, templates]) =>
      templates.map((template, at) => patternOf(code, template, translated[code]?.[at] ?? template)),
    )
    // The one that says most by itself is meant.
    .sort((a, b) => b.literal - a.literal);
  const byCode = new Map<string, Pattern[]>();
  for (const pattern of patterns) byCode.set(pattern.code, [...(byCode.get(pattern.code) ?? []), pattern]);

  const say = (message: string, among: readonly Pattern[], depth: number): string | null => {
    for (const { expression, gaps, said } of among) {
      const found = expression.exec(message);
      if (found === null) continue;
      const values = new Map(gaps.map((name, at) => [name, found[at + 1] ?? ""]));
      return said.replace(gap, (_, name: string) => {
        const value = values.get(name) ?? "";
        return (depth < mostNested && value.includes(" ") ? say(value, patterns, depth + 1) : null) ?? value;
      });
    }
    return null;
  };
  return (message, code) =>
    (code === undefined ? null : say(message, byCode.get(code) ?? [], 0)) ?? say(message, patterns, 0) ?? message;
}

function patternOf(code: string, template: string, said: string): Pattern {
  const gaps: string[] = [];
  const parts = template.split(gap);
  let source = "";
  let literal = 0;
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 0) {
      literal += part.length;
      source += part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      continue;
    }
    const before = gaps.indexOf(part);
    source += before >= 0 ? `\\${before + 1}` : "([\\s\\S]*?)";
    if (before < 0) gaps.push(part);
  }
  return { code, literal, expression: new RegExp(`^${source}$`), gaps, said };
}
