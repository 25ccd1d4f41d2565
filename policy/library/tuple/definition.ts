import { declareType } from "@/policy/library/declare";

const letters = [1, 2, 3, 4, 5, 6, 7];

function ofSize(size: number): string {
  const own = letters.slice(0, size);
  const types = own.map((at) => `T${at}`).join(", ");
  return `
  /// Values in a fixed order.
  public class Tuple<${types}> : IComparable {
    Tuple(${own.map((at) => `T${at} item${at}`).join(", ")});
    ${own.map((at) => `T${at} Item${at} { get; }`).join("\n    ")}
    int CompareTo(object obj);
  }`;
}

function create(size: number): string {
  const own = letters.slice(0, size);
  const types = own.map((at) => `T${at}`).join(", ");
  return `    static Tuple<${types}> Create<${types}>(${own.map((at) => `T${at} item${at}`).join(", ")});`;
}

export const declaration = declareType(`
  namespace System;
  ${letters.map(ofSize).join("")}
  public static class Tuple {
${letters.map(create).join("\n")}
  }
`);
