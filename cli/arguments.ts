import { parseArgs } from "node:util";
import { UsageError } from "./usage";

type Options = Record<string, { type: "string" | "boolean" }>;
type Values<O extends Options> = {
  [Name in keyof O]?: O[Name]["type"] extends "string" ? string : boolean;
};

/** The options and the rest of a command's arguments. */
export function readArguments<const O extends Options>(
  args: string[],
  options: O,
): { values: Values<O>; rest: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values: values as Values<O>, rest: positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
