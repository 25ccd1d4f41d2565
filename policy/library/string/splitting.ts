import { charge } from "@/policy/expression/values/budget";
import type { NetArray } from "@/policy/expression/values/net-array";
import { stringArray } from "@/policy/kits/object/new-array";
import { charCodes } from "@/policy/kits/text/char-codes";
import { splitByCharacters, splitByTexts } from "@/policy/kits/text/split";

const all = 0x7fffffff;

const byCharacters = (text: string, separators: NetArray | null, count: number, options: number) =>
  stringArray(splitByCharacters(text, charCodes(separators), count, options));

const byCharacter = (text: string, separator: number, count: number, options: number) =>
  stringArray(splitByCharacters(text, [separator], count, options));

const byText = (text: string, separator: string | null, count: number, options: number) =>
  stringArray(splitByTexts(text, separator === null ? [] : [separator], count, options));

/** Texts that are missing or all null separate at white space. */
function byTexts(text: string, separators: NetArray | null, count: number, options: number): NetArray {
  if (separators === null || separators.items.length === 0) return byCharacters(text, null, count, options);
  charge(8 * separators.items.length);
  const texts = separators.items.filter((item): item is string => typeof item === "string");
  return stringArray(splitByTexts(text, texts, count, options));
}

/** Members of string that cut it up. */
export const splitting = {
  "Split(params char[])": (text: string, separators: NetArray | null) => byCharacters(text, separators, all, 0),
  "Split(char[], int)": (text: string, separators: NetArray | null, count: number) =>
    byCharacters(text, separators, count, 0),
  "Split(char[], StringSplitOptions)": (text: string, separators: NetArray | null, options: number) =>
    byCharacters(text, separators, all, options),
  "Split(char[], int, StringSplitOptions)": byCharacters,
  "Split(char, StringSplitOptions)": (text: string, separator: number, options: number) =>
    byCharacter(text, separator, all, options),
  "Split(char, int, StringSplitOptions)": byCharacter,
  "Split(string, StringSplitOptions)": (text: string, separator: string | null, options: number) =>
    byText(text, separator, all, options),
  "Split(string, int, StringSplitOptions)": byText,
  "Split(string[], StringSplitOptions)": (text: string, separators: NetArray | null, options: number) =>
    byTexts(text, separators, all, options),
  "Split(string[], int, StringSplitOptions)": byTexts,
};
