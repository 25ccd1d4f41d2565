import type { Extension } from "@codemirror/state";
import { hoverTooltip, type TooltipView } from "@codemirror/view";
import type { Hover } from "@/policy/assist/completion";
import { Outdated } from "../language/language-service";

/** What a hover says, line by line, in the person's language. */
export interface HoverWords {
  documentation(hover: Hover): readonly string[];
  facts(hover: Hover): readonly string[];
  link: string;
}

export const hovering = (ask: (text: string, offset: number) => Promise<Hover | null>, words: HoverWords): Extension =>
  hoverTooltip(async (view, position) => {
    const found = await ask(view.state.doc.toString(), position).catch((error) => {
      if (error instanceof Outdated) return null;
      throw error;
    });
    if (found === null) return null;
    return { pos: found.start, end: found.end, above: true, create: () => shown(found, words) };
  });

function shown(hover: Hover, words: HoverWords): TooltipView {
  const dom = document.createElement("div");
  dom.className = "gh-hover";
  const add = (className: string, text: string) => {
    const line = document.createElement("div");
    line.className = className;
    line.textContent = text;
    dom.append(line);
  };
  if (hover.signature === undefined) add("gh-hover-title", hover.title);
  else add("gh-signature", hover.signature);
  for (const text of words.documentation(hover)) add("gh-hover-text", text);
  for (const fact of words.facts(hover)) add("gh-hover-fact", fact);
  if (hover.link !== undefined) {
    const link = document.createElement("a");
    link.href = hover.link;
    link.target = "_blank";
    link.rel = "noreferrer";
    link.textContent = words.link;
    dom.append(link);
  }
  return { dom };
}
