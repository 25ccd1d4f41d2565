import { charge, tick } from "@/policy/expression/values/budget";
import { formatException } from "@/policy/expression/values/net-exception";
import { quoted } from "./format-time-span";

export type DateLetter = "y" | "M" | "d" | "H" | "h" | "m" | "s" | "f" | "F" | "t" | "z" | "K" | "g";

/** One piece of a custom date format: a letter so many times, or text; count is 1 of a bare Z, which reads as UTC. */
export interface DatePart {
  readonly letter: DateLetter | "literal";
  readonly count: number;
  readonly text: string;
}

const letters = "yMdHhmsfFtzg";
const known = new Map<string, readonly DatePart[]>();
const mostKnown = 500;

/** The pieces of a custom format; throws FormatException for what is none. */
export function dateParts(pattern: string): readonly DatePart[] {
  let parts = known.get(pattern);
  if (parts !== undefined) return parts;
  parts = split(pattern);
  if (known.size >= mostKnown) known.clear();
  // A copy, because a part of a text would keep the whole text.
  if (pattern.length <= 200) known.set(pattern.split("").join(""), parts);
  return parts;
}

const bad = () => formatException("Input string was not in a correct format.");

function split(pattern: string): readonly DatePart[] {
  const parts: DatePart[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") parts.push({ letter: "literal", count: 0, text });
    text = "";
  };
  for (let at = 0; at < pattern.length; ) {
    tick();
    charge(16);
    const letter = pattern[at] as string;
    if (letters.includes(letter)) {
      let count = 1;
      while (pattern[at + count] === letter) count++;
      if ((letter === "f" || letter === "F") && count > 7) throw bad();
      flush();
      parts.push({ letter: letter as DateLetter, count, text: "" });
      at += count;
    } else if (letter === "K") {
      flush();
      parts.push({ letter, count: 1, text: "" });
      at++;
    } else if (letter === "Z") {
      flush();
      parts.push({ letter: "literal", count: 1, text: "Z" });
      at++;
    } else if (letter === "'" || letter === '"') {
      const [literal, length] = quoted(pattern, at);
      text += literal;
      at += length;
    } else if (letter === "\\") {
      if (at + 1 >= pattern.length) throw bad();
      text += pattern[at + 1];
      at += 2;
    } else if (letter === "%") {
      const next = pattern[at + 1];
      if (next === undefined || next === "%") throw bad();
      if (letters.includes(next) || next === "K") {
        flush();
        parts.push({ letter: next as DateLetter, count: 1, text: "" });
      } else text += next;
      at += 2;
    } else {
      text += letter;
      at++;
    }
  }
  flush();
  return parts;
}
