const numbers = ["int", "long", "float", "double", "decimal"];
const all = numbers.flatMap((type) => [type, `${type}?`]);

/** What .NET gives as the average of numbers of a type. */
export function averageOf(type: string): string {
  const isNullable = type.endsWith("?");
  const bare = isNullable ? type.slice(0, -1) : type;
  const average = bare === "int" || bare === "long" ? "double" : bare;
  return isNullable ? `${average}?` : average;
}

const overloads = (name: string, result: (type: string) => string) =>
  all.flatMap((type) => [
    `    static ${result(type)} ${name}(this IEnumerable<${type}> source);`,
    `    static ${result(type)} ${name}<TSource>(this IEnumerable<TSource> source, Func<TSource, ${type}> selector);`,
  ]);

const extremes = (name: string) => [
  ...overloads(name, (type) => type),
  `    static TSource ${name}<TSource>(this IEnumerable<TSource> source);`,
  `    static TSource ${name}<TSource>(this IEnumerable<TSource> source, IComparer<TSource> comparer);`,
  `    static TResult ${name}<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector);`,
];

/** Sum, Average, Max and Min, with an overload for every kind of number. */
export const numberMembers = [
  ...overloads("Sum", (type) => type),
  ...overloads("Average", averageOf),
  ...extremes("Max"),
  ...extremes("Min"),
].join("\n");

export const numberTypes: readonly string[] = all;
