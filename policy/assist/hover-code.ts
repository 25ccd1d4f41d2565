import type { Span } from "@/policy/xml/nodes";
import type { Hover, HoverFact } from "./completion";
import { memberDoc } from "./member-docs";
import { codePlaceAt, tokensOf } from "./read-code";
import { type NameMeaning, resolveName } from "./resolve-name";
import { showMethod } from "./show-member";

/** What the name at an offset of an expression means; offsets are into the code. */
export function hoverCode(code: string, at: number): Hover | null {
  const tokens = tokensOf(code);
  const place = codePlaceAt(code, tokens, at);
  if (place.kind !== "code") return null;
  const token = tokens.find(
    ({ start, end, kind }) => start <= at && at <= end && (kind === "identifier" || kind === "keyword"),
  );
  if (token === undefined) return null;
  const meaning = resolveName(code, token.start, token.text);
  return meaning === null
    ? null
    : { kind: "code", ...described(meaning, token.text), start: token.start, end: token.end };
}

function described(meaning: NameMeaning, name: string): Omit<Hover, keyof Span | "kind"> {
  const with_ = (signature: string, documentation?: string, facts: HoverFact[] = []) => ({
    title: name,
    signature,
    facts,
    ...(documentation === undefined || documentation === "" ? {} : { documentation }),
  });
  switch (meaning.kind) {
    case "methods": {
      const [first] = meaning.methods;
      if (first === undefined) return with_(name);
      const more = meaning.methods.length > 1 ? `  (+${meaning.methods.length - 1})` : "";
      const owner = first.declaring.self.display;
      const { text } = showMethod(first);
      const isNew = first.kind === "constructor";
      const dotted = isNew ? text : text.replace(` ${first.name}`, ` ${owner}.${first.name}`);
      return with_(dotted + more, memberDoc(first.declaring, first.name), first.beyond ? [{ kind: "beyond" }] : []);
    }
    case "property":
    case "field": {
      const member = meaning.kind === "property" ? meaning.property : meaning.field;
      const { declaring, type, beyond } = member;
      const constant = "constant" in member && member.constant !== undefined ? ` = ${String(member.constant)}` : "";
      const signature = `${type.display} ${declaring.self.display}.${member.name}${constant}`;
      return with_(signature, memberDoc(declaring, member.name), beyond ? [{ kind: "beyond" }] : []);
    }
    case "variable": {
      const doc = meaning.role === "context" && meaning.type.kind === "named" ? meaning.type.definition.doc : undefined;
      return with_(`${meaning.type.display} ${meaning.name}`, doc);
    }
    case "function":
      return with_(showMethod(meaning.function.method).text);
    case "type":
      return meaning.type.kind === "named"
        ? with_(`${meaning.type.definition.kind} ${meaning.type.display}`, meaning.type.definition.doc)
        : with_(meaning.type.display);
    case "namespace":
      return with_(`namespace ${meaning.name}`);
    case "value":
      return with_(`${meaning.type.display} ${name}`);
  }
}
