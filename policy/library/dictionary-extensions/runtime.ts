import type { Type } from "@/policy/expression/types/type";
import { argumentNull } from "@/policy/expression/values/net-exception";
import type { DictionaryLike } from "@/policy/kits/collections/dictionary-like";
import { HeadersView } from "@/policy/kits/message/headers-view";
import { castTo } from "@/policy/kits/object/instance-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { joinTexts } from "@/policy/kits/text/join";
import { implementType } from "@/policy/library/implement";

type Dictionary = DictionaryLike | null;

function find(dictionary: Dictionary, key: string | null): unknown {
  if (dictionary === null) throw argumentNull("dictionary");
  if (key === null) throw argumentNull("key");
  return dictionary.find(key);
}

function joined(dictionary: Dictionary, key: string | null, fallback: string | null): unknown {
  if (dictionary instanceof HeadersView && key !== null) {
    const values = dictionary.headers.all(key);
    return values.length === 0 ? fallback : values.join(",");
  }
  const values = find(dictionary, key) ?? null;
  return values === null ? fallback : joinTexts(",", enumerate(values));
}

function get(dictionary: Dictionary, key: string | null, fallback: unknown): unknown {
  const value = find(dictionary, key);
  return value === undefined ? fallback : value;
}

function getAs(type: Type, dictionary: Dictionary, key: string | null, fallback: unknown): unknown {
  const value = find(dictionary, key);
  return value === undefined ? fallback : castTo(value, type);
}

export const runtime = implementType("DictionaryExtensions", {
  "GetValueOrDefault(IReadOnlyDictionary<string, string[]>, string, string)": joined,
  "GetValueOrDefault(IReadOnlyDictionary<string, string[]>, string, System.Collections.IEnumerable)": get,
  "GetValueOrDefault(IReadOnlyDictionary<string, string>, string, string)": get,
  "GetValueOrDefault<T>(IReadOnlyDictionary<string, object>, string, T)": getAs,
  "GetValueOrDefault<T>(Dictionary<string, object>, string, T)": getAs,
  "GetValueOrDefault(IReadOnlyDictionary<string, X509Certificate2>, string, X509Certificate2)": get,
});
