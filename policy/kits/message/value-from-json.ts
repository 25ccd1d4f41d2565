import { boxDouble } from "@/policy/expression/values/boxed";
import { parseToken } from "@/policy/kits/json/load-token";
import { JsonShape } from "./json-shape";
import { responseFrom } from "./message-from-json";

/** A variable's boxed value: objects and lists as JObject and JArray, {"$type": "IResponse", ...} as a response. */
export function valueFrom(value: unknown, path: string): unknown {
  switch (typeof value) {
    case "number":
      return numberFrom(value);
    case "object":
      if (value === null) return null;
      return "$type" in value ? typedFrom(new JsonShape(value, path)) : parseToken(JSON.stringify(value));
    default:
      return value;
  }
}

function numberFrom(value: number): unknown {
  if (!Number.isInteger(value)) return boxDouble(value);
  return Math.abs(value) < 2 ** 31 ? value : BigInt(value);
}

function typedFrom(shape: JsonShape): unknown {
  const type = shape.text("$type", "");
  if (type.toLowerCase() === "iresponse") return responseFrom(shape);
  throw new Error(`${shape.pathOf("$type")} must be "IResponse", not "${type}".`);
}
