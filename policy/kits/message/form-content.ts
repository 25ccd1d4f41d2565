import { argumentNull } from "@/policy/expression/values/net-exception";
import type { DictionaryLike } from "@/policy/kits/collections/dictionary-like";
import { NetDictionary } from "@/policy/kits/collections/net-dictionary";
import { NetList } from "@/policy/kits/collections/net-list";
import { libraryType } from "@/policy/kits/object/library-types";
import { textOf } from "@/policy/kits/object/text-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { parsePairs } from "./parse-pairs";

/** A form's values by their names: IDictionary<string, IList<string>>. */
export function formOf(text: string): NetDictionary {
  const type = libraryType("System.String");
  const form = new NetDictionary(type, libraryType("System.Object"));
  for (const [name, value] of parsePairs(text.trim())) {
    const values = form.find(name);
    if (values instanceof NetList) values.add(value);
    else form.set(name, new NetList(type, [value]));
  }
  return form;
}

/** The form as application/x-www-form-urlencoded. */
export function formText(form: DictionaryLike | null): string {
  if (form === null) throw argumentNull("form");
  const pairs: string[] = [];
  for (const [name, values] of form.entries()) {
    if (values === null) continue;
    for (const value of enumerate(values)) pairs.push(`${encode(name)}=${encode(value)}`);
  }
  return pairs.join("&");
}

/** As .NET's FormUrlEncodedContent: what Uri.EscapeDataString does, and a plus for every space. */
const encode = (value: unknown): string =>
  encodeURIComponent(textOf(value).replace(/\p{Surrogate}/gu, "\ufffd"))
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
