import type { Type } from "@/policy/expression/types/type";
import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { convertToken, runtimeName } from "@/policy/kits/json/convert-token";
import type { JContainer } from "@/policy/kits/json/jcontainer";
import { JEnumerable } from "@/policy/kits/json/jenumerable";
import { JToken } from "@/policy/kits/json/jtoken";
import { ancestors, descendants } from "@/policy/kits/json/navigate";
import { valuesUnder } from "@/policy/kits/json/values-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { implementType } from "@/policy/library/implement";

type Source = object | null;

/** The sequence of all that `step` gives for each token of the source. */
function through(source: Source, step: (token: JToken) => Iterable<unknown>, element?: Type | string): JEnumerable {
  const tokens = tokensOf(source);
  return new JEnumerable(function* () {
    for (const token of tokens) yield* step(token);
  }, element);
}

function tokensOf(source: Source): Iterable<JToken> {
  if (source === null) throw argumentNull("source");
  return enumerate(source) as Iterable<JToken>;
}

function* andSelf(token: JToken): Iterable<JToken> {
  yield token;
  yield* descendants(token);
}

function values(source: Source, key: unknown): JEnumerable {
  const tokens = tokensOf(source);
  return new JEnumerable(() => valuesUnder(tokens, key));
}

function valuesOf(source: Source, type: Type, key: unknown): JEnumerable {
  const tokens = tokensOf(source);
  return new JEnumerable(function* () {
    for (const token of valuesUnder(tokens, key)) yield convertToken(token, type);
  }, type);
}

/** The value of a single token: a cast that LINQ's methods lack. */
function value(source: Source, type: Type, from: string): unknown {
  if (source === null) throw argumentNull("value");
  if (!(source instanceof JToken)) throw argumentException("Source value must be a JToken.");
  return convertToken(source, type, from);
}

function asEnumerable(source: Source, element?: Type): JEnumerable {
  const tokens = tokensOf(source);
  return source instanceof JEnumerable ? source : new JEnumerable(() => tokens, element);
}

export const runtime = implementType("Newtonsoft.Json.Linq.Extensions", {
  "Ancestors<T>(IEnumerable<T>)": (_: Type, source: Source) => through(source, (token) => ancestors(token.parent)),
  "AncestorsAndSelf<T>(IEnumerable<T>)": (_: Type, source: Source) => through(source, ancestors),
  "Descendants<T>(IEnumerable<T>)": (_: Type, source: Source) => through(source, (token) => descendants(token)),
  "DescendantsAndSelf<T>(IEnumerable<T>)": (_: Type, source: Source) => through(source, andSelf),
  "Properties(IEnumerable<JObject>)": (source: Source) =>
    through(source, (token) => (token as JContainer).children(), "Newtonsoft.Json.Linq.JProperty"),
  "Values(IEnumerable<JToken>)": (source: Source) => values(source, null),
  "Values(IEnumerable<JToken>, object)": values,
  "Values<U>(IEnumerable<JToken>)": (type: Type, source: Source) => valuesOf(source, type, null),
  "Values<U>(IEnumerable<JToken>, object)": (type: Type, source: Source, key: unknown) => valuesOf(source, type, key),
  "Value<U>(IEnumerable<JToken>)": (type: Type, source: Source) => value(source, type, "Newtonsoft.Json.Linq.JToken"),
  "Value<T, U>(IEnumerable<T>)": (from: Type, type: Type, source: Source) => value(source, type, runtimeName(from)),
  "Children<T>(IEnumerable<T>)": (_: Type, source: Source) => through(source, (token) => token.children()),
  "Children<T, U>(IEnumerable<T>)": (_: Type, type: Type, source: Source) => {
    const tokens = tokensOf(source);
    return new JEnumerable(function* () {
      for (const token of tokens) for (const child of token.children()) yield convertToken(child, type);
    }, type);
  },
  "AsJEnumerable(IEnumerable<JToken>)": (source: Source) => asEnumerable(source),
  "AsJEnumerable<T>(IEnumerable<T>)": (type: Type, source: Source) => asEnumerable(source, type),
});
