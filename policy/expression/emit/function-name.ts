import type { LocalFunctionSymbol } from "@/policy/expression/bind/bound";
import type { Writer } from "./writer";

/** A local function may be called before the place where it stands, and is known by then. */
export const functionName = (writer: Writer, symbol: LocalFunctionSymbol): string =>
  writer.isBound(symbol) ? writer.nameOf(symbol) : writer.bind(symbol, writer.fresh("f"));
