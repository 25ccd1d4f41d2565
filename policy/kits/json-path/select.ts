import { tick } from "@/policy/expression/values/budget";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { JArray } from "@/policy/kits/json/jarray";
import { JConstructor } from "@/policy/kits/json/jconstructor";
import { JObject } from "@/policy/kits/json/jobject";
import { JProperty } from "@/policy/kits/json/jproperty";
import type { JToken } from "@/policy/kits/json/jtoken";
import { descendants } from "@/policy/kits/json/navigate";
import { guardDepth } from "@/policy/kits/json/too-deep";
import { meets, type Select } from "./meets";
import { parsePath, pathError } from "./parse-path";
import type { PathStep } from "./path-step";

/** JToken.SelectTokens */
export function* selectTokens(root: JToken, path: string | null, errorWhenNoMatch: boolean): Iterable<JToken> {
  if (path === null) throw argumentNull("expression");
  yield* select(parsePath(path), root, [root], errorWhenNoMatch);
}

export function selectToken(root: JToken, path: string | null, errorWhenNoMatch: boolean): JToken | null {
  let found: JToken | null = null;
  for (const token of selectTokens(root, path, errorWhenNoMatch)) {
    if (found !== null) throw pathError("Path returned multiple tokens.");
    found = token;
  }
  return found;
}

export function select(
  path: readonly PathStep[],
  root: JToken,
  from: Iterable<JToken>,
  errorWhenNoMatch: boolean,
): Iterable<JToken> {
  guardDepth(path.length);
  return path.reduce((current, step) => follow(step, root, current, errorWhenNoMatch), from);
}

/** Inside a condition, what is not there is no mistake. */
const leniently: Select = (path, root, from) => select(path, root, from, false);

function* follow(step: PathStep, root: JToken, current: Iterable<JToken>, strict: boolean): Iterable<JToken> {
  for (const token of current) {
    tick();
    if ("scan" in step && step.scan) yield* scan(step, root, token);
    else yield* followOne(step, root, token, strict);
  }
}

function* followOne(step: PathStep, root: JToken, token: JToken, strict: boolean): Iterable<JToken> {
  switch (step.kind) {
    case "field":
      yield* field(token, step.name, strict);
      return;
    case "fields":
      for (const name of step.names) yield* field(token, name, strict);
      return;
    case "index":
      yield* step.index === null ? elements(token, strict) : element(token, step.index, strict);
      return;
    case "indexes":
      for (const index of step.indexes) yield* element(token, index, strict);
      return;
    case "slice":
      yield* slice(token, step, strict);
      return;
    case "filter":
      for (const child of token.children()) if (meets(step.query, root, child, leniently)) yield child;
  }
}

function* field(token: JToken, name: string | null, strict: boolean): Iterable<JToken> {
  if (!(token instanceof JObject)) {
    if (strict) throw pathError(`Property '${name ?? "*"}' not valid on ${shortName(token)}.`);
    return;
  }
  if (name === null) {
    yield* valuesOf(token);
    return;
  }
  const value = token.get(name);
  if (value !== null) yield value;
  else if (strict) throw pathError(`Property '${name}' does not exist on JObject.`);
}

function* elements(token: JToken, strict: boolean): Iterable<JToken> {
  if (token instanceof JArray || token instanceof JConstructor) yield* token.children();
  else if (strict) throw pathError(`Index * not valid on ${shortName(token)}.`);
}

function* element(token: JToken, index: number, strict: boolean): Iterable<JToken> {
  if (!(token instanceof JArray) && !(token instanceof JConstructor)) {
    if (strict) throw pathError(`Index ${index} not valid on ${shortName(token)}.`);
    return;
  }
  if (index < token.items.length) yield token instanceof JArray ? token.getItem(index) : token.at(index)!;
  else if (strict) throw pathError(`Index ${index} outside the bounds of ${shortName(token)}.`);
}

function* slice(
  token: JToken,
  { start, stop, step }: { start: number | null; stop: number | null; step: number | null },
  strict: boolean,
): Iterable<JToken> {
  if (step === 0) throw pathError("Step cannot be zero.");
  if (!(token instanceof JArray)) {
    if (strict) throw pathError(`Array slice is not valid on ${shortName(token)}.`);
    return;
  }
  const count = token.items.length;
  const stride = step ?? 1;
  const up = stride > 0;
  const place = (at: number) => (at < 0 ? count + at : at);
  let first = place(start ?? (up ? 0 : count - 1));
  // Where no end is given it lies beyond the array.
  let end = stop === null ? (up ? count : -1) : place(stop);
  first = Math.min(Math.max(first, up ? 0 : Number.NEGATIVE_INFINITY), up ? count : count - 1);
  end = Math.min(Math.max(end, -1), count);
  if (!(up ? first < end : first > end)) {
    if (strict) throw pathError(`Array slice of ${start ?? "*"} to ${stop ?? "*"} returned no results.`);
    return;
  }
  for (let at = first; up ? at < end : at > end; at += stride) {
    tick();
    const item = token.items[at];
    if (item !== undefined) yield item;
  }
}

/** "..": all below a token, in the order of the text; a filter looks at the token itself too. */
function* scan(step: Extract<PathStep, { scan: boolean }>, root: JToken, token: JToken): Iterable<JToken> {
  if (step.kind === "filter") {
    if (meets(step.query, root, token, leniently)) yield token;
    for (const inner of descendants(token)) if (meets(step.query, root, inner, leniently)) yield inner;
    return;
  }
  const names = step.kind === "fields" ? step.names : step.name === null ? null : [step.name];
  if (names === null) yield token;
  for (const inner of descendants(token)) {
    if (inner instanceof JProperty) {
      if (names?.includes(inner.name)) yield inner.value;
    } else if (names === null) yield inner;
  }
}

function* valuesOf(token: JToken): Iterable<JToken> {
  for (const child of token.children()) yield child instanceof JProperty ? child.value : child;
}

const shortName = (token: JToken): string => token.typeName.slice(token.typeName.lastIndexOf(".") + 1);
