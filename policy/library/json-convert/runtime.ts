import type { Type } from "@/policy/expression/types/type";
import { deserialize, readWhole } from "@/policy/kits/json/deserialize";
import { serialize } from "@/policy/kits/json/from-object";
import { toObject } from "@/policy/kits/json/to-object";
import { tokenText } from "@/policy/kits/json/write-token";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("Newtonsoft.Json.JsonConvert", {
  "SerializeObject(object)": (value: unknown) => tokenText(serialize(value, 0), false),
  "SerializeObject(object, Formatting)": (value: unknown, formatting: number) =>
    tokenText(serialize(value, 0), formatting === 1),
  "DeserializeObject(string)": (text: string | null) => deserialize(text),
  "DeserializeObject<T>(string)": (type: Type, text: string | null) => {
    const token = readWhole(text, type);
    return token === null ? null : toObject(token, type);
  },
});
