import type { BoundProgram } from "@/policy/expression/bind/bound";
import { effect } from "./effects";
import { expression } from "./expressions";
import type { RuntimeLibrary } from "./runtime-library";
import { returned, statements } from "./statements";
import { Writer } from "./writer";

/** Makes a function of a program. It gives the value boxed; the caller meters it (values/budget.ts). */
export function emitProgram(program: BoundProgram, library: RuntimeLibrary): (context: unknown) => unknown {
  const { source, constants } = emitSource(program, library);
  return new Function("K", source)(constants) as (context: unknown) => unknown;
}

/** The source text and the values it refers to. */
export function emitSource(program: BoundProgram, library: RuntimeLibrary): { source: string; constants: unknown[] } {
  const writer = new Writer(library, { expression, effect, statements });
  const context = writer.bind(program.context, "c");
  const { body } = program;
  const code = writer.functionBody("boxed", () =>
    body.kind === "block" ? writer.statements(body.statements) : `return ${returned(writer, body)};`,
  );
  const names = writer.constants.map((_, at) => `k${at}`).join(",");
  const table = names === "" ? "" : `const [${names}]=K;`;
  return { source: `"use strict";${table}return function(${context}){${code}}`, constants: writer.constants };
}
