import { textOf } from "@/policy/kits/object/text-of";
import type { JConstructor } from "./jconstructor";
import type { JProperty } from "./jproperty";
import { jsonText } from "./json-text";
import { JsonWriter } from "./json-writer";
import type { JToken } from "./jtoken";
import { JValue } from "./jvalue";
import { TokenType } from "./token-type";
import { guardDepth } from "./too-deep";

export function writeToken(token: JToken, writer: JsonWriter): void {
  guardDepth(writer.depth);
  if (token instanceof JValue) {
    writeValue(token, writer);
    return;
  }
  if (token.type === TokenType.Property) {
    const { name, value } = token as JProperty;
    writer.name(name);
    writeToken(value, writer);
    return;
  }
  if (token.type === TokenType.Constructor) writer.open(`new ${(token as JConstructor).name}(`, ")");
  else if (token.type === TokenType.Object) writer.open("{", "}");
  else writer.open("[", "]");
  for (const child of token.children()) writeToken(child, writer);
  writer.close();
}

function writeValue(token: JValue, writer: JsonWriter): void {
  if (token.type === TokenType.Comment) writer.comment(textOf(token.value));
  else if (token.type === TokenType.Raw) writer.value(textOf(token.value));
  else if (token.type === TokenType.Undefined) writer.value("undefined");
  else writer.value(jsonText(token.value) ?? "null");
}

/** JToken.ToString(Formatting), which writes a string in its quotes. */
export function tokenText(token: JToken, indented: boolean): string {
  const writer = new JsonWriter(indented);
  writeToken(token, writer);
  return writer.text;
}
