/** A label as it stands inside a sentence: "Add origin", but "Add OpenID configuration" and "API hinzufügen". */
export function inSentence(label: string, locale: string): string {
  const [first = ""] = label.split(" ");
  const isWord = /^\p{Lu}\p{Ll}*$/u.test(first);
  return isWord && !locale.startsWith("de") ? label.charAt(0).toLocaleLowerCase(locale) + label.slice(1) : label;
}
