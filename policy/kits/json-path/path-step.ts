import type { JValue } from "@/policy/kits/json/jvalue";

/** One step of a JSONPath; `scan` is "..", which looks at all levels below. null stands for "*". */
export type PathStep =
  | { readonly kind: "field"; readonly name: string | null; readonly scan: boolean }
  | { readonly kind: "fields"; readonly names: readonly string[]; readonly scan: boolean }
  | { readonly kind: "index"; readonly index: number | null }
  | { readonly kind: "indexes"; readonly indexes: readonly number[] }
  | {
      readonly kind: "slice";
      readonly start: number | null;
      readonly stop: number | null;
      readonly step: number | null;
    }
  | { readonly kind: "filter"; readonly query: Query; readonly scan: boolean };

export type Query =
  | { readonly kind: "and"; readonly of: readonly Query[] }
  | { readonly kind: "or"; readonly of: readonly Query[] }
  | {
      readonly kind: "test";
      readonly left: QuerySide;
      readonly operator: QueryOperator | "exists";
      readonly right: QuerySide;
    };

export type QueryOperator = "===" | "==" | "=~" | "!==" | "!=" | "<=" | "<" | ">=" | ">";

export type QuerySide =
  | { readonly kind: "value"; readonly value: JValue }
  | { readonly kind: "regex"; readonly pattern: string; readonly options: string }
  | { readonly kind: "path"; readonly path: readonly PathStep[]; readonly fromRoot: boolean };
