import type { Type } from "@/policy/expression/types/type";
import { NetKeyValuePair } from "@/policy/kits/collections/key-value-pair";
import { defaultOf } from "@/policy/kits/object/default-of";
import { implementType } from "@/policy/library/implement";

const create = (keyType: Type, valueType: Type, key: unknown, value: unknown) =>
  new NetKeyValuePair(keyType, valueType, key, value);

export const runtime = implementType(
  "System.Collections.Generic.KeyValuePair",
  {
    "new(TKey, TValue)": create,
    "Create<TKey, TValue>(TKey, TValue)": create,
    Key: (pair: NetKeyValuePair) => pair.key,
    Value: (pair: NetKeyValuePair) => pair.value,
    "ToString()": (pair: NetKeyValuePair) => pair.toText(),
  },
  {
    defaultValue: ([key, value]: readonly [Type, Type]) =>
      new NetKeyValuePair(key, value, defaultOf(key), defaultOf(value)),
  },
);
