import type { Anchor } from "./regex-node";
import { asciiWords, boundaryWords } from "./unicode-sets";

const newLine = 10;

export function holds(anchor: Anchor, text: string, at: number, searchStart: number): boolean {
  switch (anchor) {
    case "start":
      return at === 0;
    case "line-start":
      return at === 0 || text.charCodeAt(at - 1) === newLine;
    case "end":
      return at === text.length;
    case "last-line-end":
      return at === text.length || (at === text.length - 1 && text.charCodeAt(at) === newLine);
    case "line-end":
      return at === text.length || text.charCodeAt(at) === newLine;
    case "search-start":
      return at === searchStart;
    case "boundary":
      return isBoundary(text, at);
    case "no-boundary":
      return !isBoundary(text, at);
    case "ascii-boundary":
      return isAsciiBoundary(text, at);
    case "no-ascii-boundary":
      return !isAsciiBoundary(text, at);
  }
}

function isBoundary(text: string, at: number): boolean {
  const words = boundaryWords();
  return (at > 0 && words.has(text.charCodeAt(at - 1))) !== (at < text.length && words.has(text.charCodeAt(at)));
}

const isAsciiBoundary = (text: string, at: number): boolean =>
  (at > 0 && asciiWords.has(text.charCodeAt(at - 1))) !== (at < text.length && asciiWords.has(text.charCodeAt(at)));
