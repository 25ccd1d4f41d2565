import { nameCharacter, nameStart } from "@/policy/kits/xlinq/verify-name";

/** A name of XML out of any text: what cannot stand in one is replaced or, as XmlConvert.EncodeName does, written "_x0020_". */
export function xmlName(text: string, replacement: string | null): string {
  let name = "";
  for (const char of text) {
    const fits = name === "" ? nameStart.test(char) : nameCharacter.test(char);
    name += fits && char !== ":" ? char : (replacement ?? encoded(char));
  }
  return name === "" ? "_" : name;
}

const encoded = (char: string): string =>
  `_x${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}_`;
