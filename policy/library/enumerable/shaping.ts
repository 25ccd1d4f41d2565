import type { Type } from "@/policy/expression/types/type";
import { charge, tick } from "@/policy/expression/values/budget";
import { argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { arrayType } from "@/policy/kits/object/array-type";
import { defaultOf } from "@/policy/kits/object/default-of";
import { castTo, isInstanceOf } from "@/policy/kits/object/instance-of";
import { libraryType } from "@/policy/kits/object/library-types";
import { arrayOf } from "@/policy/kits/sequence/array-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { NetSequence } from "@/policy/kits/sequence/net-sequence";
import { takeAll } from "@/policy/kits/sequence/take-all";

type Selector = (item: unknown, at: number) => unknown;
type Predicate = (item: unknown, at: number) => boolean;

function* select(source: unknown, selector: Selector): Iterable<unknown> {
  let at = 0;
  for (const item of enumerate(source)) yield selector(item, at++);
}

function* where(source: unknown, predicate: Predicate): Iterable<unknown> {
  let at = 0;
  for (const item of enumerate(source)) {
    tick();
    if (predicate(item, at++)) yield item;
  }
}

function* selectMany(
  source: unknown,
  selector: Selector,
  result: ((item: unknown, inner: unknown) => unknown) | null,
): Iterable<unknown> {
  let at = 0;
  for (const item of enumerate(source)) {
    for (const inner of enumerate(selector(item, at++))) {
      tick();
      yield result === null ? inner : result(item, inner);
    }
  }
}

function* skip(source: unknown, count: number): Iterable<unknown> {
  let left = count;
  for (const item of enumerate(source)) {
    tick();
    if (left > 0) left--;
    else yield item;
  }
}

function* take(source: unknown, count: number): Iterable<unknown> {
  if (count <= 0) return;
  let left = count;
  for (const item of enumerate(source)) {
    tick();
    yield item;
    if (--left === 0) return;
  }
}

function* skipWhile(source: unknown, predicate: Predicate): Iterable<unknown> {
  let at = 0;
  let isSkipping = true;
  for (const item of enumerate(source)) {
    tick();
    isSkipping &&= predicate(item, at++);
    if (!isSkipping) yield item;
  }
}

function* takeWhile(source: unknown, predicate: Predicate): Iterable<unknown> {
  let at = 0;
  for (const item of enumerate(source)) {
    tick();
    if (!predicate(item, at++)) return;
    yield item;
  }
}

function* skipLast(source: unknown, count: number): Iterable<unknown> {
  const items = takeAll(source);
  yield* count > 0 ? items.slice(0, -count) : items;
}

function* takeLast(source: unknown, count: number): Iterable<unknown> {
  if (count > 0) yield* takeAll(source).slice(-count);
}

function* chunk(type: Type, source: unknown, size: number): Iterable<unknown> {
  let items: unknown[] = [];
  for (const item of enumerate(source)) {
    tick();
    charge(16);
    items.push(item);
    if (items.length < size) continue;
    yield arrayOf(type, items);
    items = [];
  }
  if (items.length > 0) yield arrayOf(type, items);
}

function* joined(...parts: readonly Iterable<unknown>[]): Iterable<unknown> {
  for (const part of parts) yield* part;
}

function* defaultIfEmpty(source: unknown, fallback: unknown): Iterable<unknown> {
  let isEmpty = true;
  for (const item of enumerate(source)) {
    isEmpty = false;
    yield item;
  }
  if (isEmpty) yield fallback;
}

function* range(start: number, count: number): Iterable<unknown> {
  for (let at = 0; at < count; at++) {
    tick();
    yield start + at;
  }
}

function* repeat(element: unknown, count: number): Iterable<unknown> {
  for (let at = 0; at < count; at++) {
    tick();
    yield element;
  }
}

function* cast(source: unknown, type: Type): Iterable<unknown> {
  for (const item of enumerate(source)) yield castTo(item, type);
}

const selectFrom = (_from: Type, to: Type, source: unknown, selector: Selector) =>
  new NetSequence(to, () => select(source, selector));
const selectManyFrom = (_from: Type, to: Type, source: unknown, selector: Selector) =>
  new NetSequence(to, () => selectMany(source, selector, null));
const selectManyInto = (
  _from: Type,
  _inner: Type,
  to: Type,
  source: unknown,
  selector: Selector,
  result: (item: unknown, inner: unknown) => unknown,
) => new NetSequence(to, () => selectMany(source, selector, result));

/** Of a method that takes a source and one thing more. */
const lazily =
  <T>(make: (source: unknown, argument: T) => Iterable<unknown>) =>
  (type: Type, source: unknown, argument: T) =>
    new NetSequence(type, () => make(source, argument));

/** Members that make a sequence of a sequence, element by element. */
export const shaping = {
  "Append<TSource>(IEnumerable<TSource>, TSource)": lazily((source, element) => joined(enumerate(source), [element])),
  "AsEnumerable<TSource>(IEnumerable<TSource>)": (_type: Type, source: unknown) => source,
  "Cast<TResult>(System.Collections.IEnumerable)": (type: Type, source: unknown) =>
    new NetSequence(type, () => cast(source, type)),
  "Chunk<TSource>(IEnumerable<TSource>, int)": (type: Type, source: unknown, size: number) => {
    if (size < 1) throw argumentOutOfRange("size");
    return new NetSequence(arrayType(type), () => chunk(type, source, size));
  },
  "DefaultIfEmpty<TSource>(IEnumerable<TSource>)": (type: Type, source: unknown) =>
    new NetSequence(type, () => defaultIfEmpty(source, defaultOf(type))),
  "DefaultIfEmpty<TSource>(IEnumerable<TSource>, TSource)": lazily(defaultIfEmpty),
  "Empty<TResult>()": (type: Type) => arrayOf(type, []),
  "OfType<TResult>(System.Collections.IEnumerable)": (type: Type, source: unknown) =>
    new NetSequence(type, () => where(source, (item) => isInstanceOf(item, type))),
  "Prepend<TSource>(IEnumerable<TSource>, TSource)": lazily((source, element) => joined([element], enumerate(source))),
  "Range(int, int)": (start: number, count: number) => {
    if (count < 0 || start + count - 1 > 2_147_483_647) throw argumentOutOfRange("count");
    return new NetSequence(libraryType("System.Int32"), () => range(start, count));
  },
  "Repeat<TResult>(TResult, int)": (type: Type, element: unknown, count: number) => {
    if (count < 0) throw argumentOutOfRange("count");
    return new NetSequence(type, () => repeat(element, count));
  },
  "Reverse<TSource>(IEnumerable<TSource>)": (type: Type, source: unknown) =>
    new NetSequence(type, () => takeAll(source).reverse()),
  "Select<TSource, TResult>(IEnumerable<TSource>, Func<TSource, TResult>)": selectFrom,
  "Select<TSource, TResult>(IEnumerable<TSource>, Func<TSource, int, TResult>)": selectFrom,
  "SelectMany<TSource, TResult>(IEnumerable<TSource>, Func<TSource, IEnumerable<TResult>>)": selectManyFrom,
  "SelectMany<TSource, TResult>(IEnumerable<TSource>, Func<TSource, int, IEnumerable<TResult>>)": selectManyFrom,
  "SelectMany<TSource, TCollection, TResult>(IEnumerable<TSource>, Func<TSource, IEnumerable<TCollection>>, Func<TSource, TCollection, TResult>)":
    selectManyInto,
  "SelectMany<TSource, TCollection, TResult>(IEnumerable<TSource>, Func<TSource, int, IEnumerable<TCollection>>, Func<TSource, TCollection, TResult>)":
    selectManyInto,
  "Skip<TSource>(IEnumerable<TSource>, int)": lazily(skip),
  "SkipLast<TSource>(IEnumerable<TSource>, int)": lazily(skipLast),
  "SkipWhile<TSource>(IEnumerable<TSource>, Func<TSource, bool>)": lazily(skipWhile),
  "SkipWhile<TSource>(IEnumerable<TSource>, Func<TSource, int, bool>)": lazily(skipWhile),
  "Take<TSource>(IEnumerable<TSource>, int)": lazily(take),
  "TakeLast<TSource>(IEnumerable<TSource>, int)": lazily(takeLast),
  "TakeWhile<TSource>(IEnumerable<TSource>, Func<TSource, bool>)": lazily(takeWhile),
  "TakeWhile<TSource>(IEnumerable<TSource>, Func<TSource, int, bool>)": lazily(takeWhile),
  "Where<TSource>(IEnumerable<TSource>, Func<TSource, bool>)": lazily(where),
  "Where<TSource>(IEnumerable<TSource>, Func<TSource, int, bool>)": lazily(where),
};
