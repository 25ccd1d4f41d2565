import type { NetException } from "@/policy/expression/values/net-exception";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { JArray } from "./jarray";
import { JConstructor } from "./jconstructor";
import type { JContainer } from "./jcontainer";
import { JObject } from "./jobject";
import { JProperty } from "./jproperty";
import { JsonTextReader } from "./json-text-reader";
import type { JToken } from "./jtoken";
import { JValue } from "./jvalue";
import { TokenType } from "./token-type";

type Kind = "JToken" | "JObject" | "JArray" | "JConstructor";

/** JToken.Parse and its like; errors name the kind that was asked for. */
export function parseToken(text: string | null, kind: Kind = "JToken"): JToken {
  // The parameter of the StringReader that Newtonsoft makes of the text.
  if (text === null) throw argumentNull("s");
  const reader = new JsonTextReader(text);
  if (!readContent(reader)) throw reader.error(`Error reading ${kind} from JsonReader.`);
  if (kind !== "JToken" && reader.token !== `Start${kind.slice(1)}`) throw wrongKind(reader, kind);
  const token = loadToken(reader);
  // What follows may only be comments: anything else throws in here.
  while (reader.read());
  return token;
}

function wrongKind(reader: JsonTextReader, kind: Kind): NetException {
  const expected = kind === "JArray" ? "an array" : kind === "JObject" ? "an object" : "a constructor";
  return reader.error(
    `Error reading ${kind} from JsonReader. Current JsonReader item is not ${expected}: ${reader.token}.`,
  );
}

/** Moves to the next token that is no comment. */
export function readContent(reader: JsonTextReader): boolean {
  while (reader.read()) if (reader.token !== "Comment") return true;
  return false;
}

/** The token that the reader stands at; the reader is left at its end. */
export function loadToken(reader: JsonTextReader): JToken {
  const root = newToken(reader);
  if (root === null) throw reader.error(`Error reading JToken from JsonReader. Unexpected token: ${reader.token}.`);
  if (!isContainer(root)) return root;
  const name = root.typeName.slice(root.typeName.lastIndexOf(".") + 1);
  if (!readContent(reader)) throw reader.error(`Error reading ${name} from JsonReader.`);
  fill(reader, root, name);
  return root;
}

function fill(reader: JsonTextReader, root: JContainer, name: string): void {
  const open: JContainer[] = [root];
  let propertyName: string | null = null;
  do {
    const container = open[open.length - 1]!;
    if (reader.token === "EndObject" || reader.token === "EndArray" || reader.token === "EndConstructor") {
      open.pop();
      if (open.length === 0) return;
      continue;
    }
    if (reader.token === "PropertyName") {
      propertyName = reader.value as string;
      continue;
    }
    const token = newToken(reader)!;
    if (propertyName === null) container.append(token);
    else setProperty(container as JObject, propertyName, token);
    propertyName = null;
    if (isContainer(token)) open.push(token);
  } while (readContent(reader));
  throw reader.error(`Unexpected end of content while loading ${name}.`);
}

/** Where a name comes twice, the last value wins. */
function setProperty(object: JObject, name: string, value: JToken): void {
  const known = object.property(name);
  if (known === null) object.append(new JProperty(name, value));
  else known.value = value;
}

function newToken(reader: JsonTextReader): JToken | null {
  switch (reader.token) {
    case "StartObject":
      return new JObject();
    case "StartArray":
      return new JArray();
    case "StartConstructor":
      return new JConstructor(reader.value as string);
    case "Integer":
      return new JValue(reader.value, TokenType.Integer);
    case "Float":
      return new JValue(reader.value, TokenType.Float);
    case "String":
      return new JValue(reader.value, TokenType.String);
    case "Boolean":
      return new JValue(reader.value, TokenType.Boolean);
    case "Date":
      return new JValue(reader.value, TokenType.Date);
    case "Null":
      return new JValue(null, TokenType.Null);
    case "Undefined":
      return new JValue(null, TokenType.Undefined);
    default:
      return null;
  }
}

const isContainer = (token: JToken): token is JContainer => !(token instanceof JValue);
