import type { Liquid, Template } from "liquidjs";
import { BudgetExceeded } from "@/policy/expression/values/budget";
import { filters } from "./filters";
import { jsonArrayFor } from "./json-array-for";
import { liquidLibrary } from "./library";
import { meteredCapture } from "./metered-capture";
import { printed } from "./printed";
import { RenderTime } from "./render-time";

/** A template that cannot be read, or cannot be carried out; the message is for who wrote it. */
export class LiquidProblem extends Error {}

export interface LiquidTemplate {
  /** `moreMs`: what it may take beyond what every template may. */
  render(scope: object, moreMs?: number): string;
}

const renderMs = 60;
const memoryUnits = 4_000_000;
const parseCharacters = 1_000_000;

let engine: Liquid | null = null;

/** Liquid as API Management speaks it: DotLiquid with the names of C#. Templates see what they are given, and no files. */
export function parseLiquid(text: string): LiquidTemplate {
  engine ??= makeEngine();
  const liquid = engine;
  const templates = guarded(() => liquid.parse(withLiteralBackslashes(text)));
  return { render: (scope, moreMs = 0) => guarded(() => renderWithin(liquid, templates, scope, renderMs + moreMs)) };
}

/** What cannot be read fails when it is to be carried out: nothing that checks documents knows Liquid. */
export function parseLiquidLeniently(text: string): LiquidTemplate {
  try {
    return parseLiquid(text);
  } catch (error) {
    if (!(error instanceof LiquidProblem)) throw error;
    return {
      render() {
        throw error;
      },
    };
  }
}

/** A text in quotes is what is between them: DotLiquid knows no escapes, liquidjs does. */
const withLiteralBackslashes = (template: string): string =>
  template.replace(/\{%-?\s*raw\b[\s\S]*?\bendraw\b|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, (markup) =>
    /^\{%-?\s*raw\b/.test(markup) || !markup.includes("\\")
      ? markup
      : markup.replace(/'[^']*'|"[^"]*"/g, (quoted) => quoted.replaceAll("\\", "\\\\")),
  );

function renderWithin(liquid: Liquid, templates: Template[], scope: object, maxMs: number): string {
  const { Context } = liquidLibrary();
  const context = new Context(scope, liquid.options, { sync: true }, { liquid });
  Object.assign(context, { renderLimit: new RenderTime(maxMs) });
  return String(liquid.renderSync(templates, context));
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const deep = error instanceof RangeError;
    throw new LiquidProblem(deep ? "The template is nested too deeply." : plain((error as Error).message));
  }
}

/** Without the excerpt of the template behind it. */
const plain = (message: string): string => (message.split("\n")[0] as string).replace(/, file:[^,]*/, "");

/** Tags that would read other templates, or that DotLiquid lacks. */
const absentTags = ["include", "render", "layout", "block", "liquid", "echo", "#"];

function makeEngine(): Liquid {
  const { Liquid: Engine, defaultOperators, toValue } = liquidLibrary();
  const sides = (a: unknown, b: unknown): [string, string] => [printed(toValue(a)), printed(toValue(b))];
  const liquid = new Engine({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: false,
    strictVariables: false,
    dynamicPartials: false,
    memoryLimit: memoryUnits,
    parseLimit: parseCharacters,
    operators: {
      ...defaultOperators,
      "<>": defaultOperators["!="] as (a: unknown, b: unknown) => boolean,
      StartsWith: (a: unknown, b: unknown) => sides(a, b)[0].startsWith(sides(a, b)[1]),
      EndsWith: (a: unknown, b: unknown) => sides(a, b)[0].endsWith(sides(a, b)[1]),
    },
  });
  for (const tag of absentTags) delete liquid.tags[tag];
  liquid.registerTag("JSONArrayFor", jsonArrayFor());
  liquid.registerTag("capture", meteredCapture());
  for (const name of Object.keys(liquid.filters)) delete liquid.filters[name];
  for (const [name, filter] of Object.entries(filters)) {
    const weight = weights[name] ?? 1;
    const metered = function metered(this: FilterThis, input: unknown, ...args: unknown[]): unknown {
      const { memoryLimit } = this.context;
      for (const each of [input, ...args]) memoryLimit.use(sizeOf(each) * weight);
      try {
        const result = filter(input, ...args);
        memoryLimit.use(sizeOf(result));
        return result;
      } catch (error) {
        throw error instanceof BudgetExceeded ? new Error(`The filter '${name}' takes more time than it may.`) : error;
      }
    };
    liquid.registerFilter(name, metered);
    liquid.registerFilter(name.replace(/(?<!^)([A-Z])/g, "_$1").toLowerCase(), metered);
  }
  return liquid;
}

/** Filters that do far more with a piece of their input than copy it. */
const weights: Readonly<Record<string, number>> = { Sort: 20, Uniq: 5, Map: 5, Capitalize: 5, StripHtml: 5 };

interface FilterThis {
  context: { memoryLimit: { use(count: number): void } };
}

/** Text and lists have a size; a filter's work grows with it. */
const sizeOf = (value: unknown): number => (typeof value === "string" || Array.isArray(value) ? value.length : 1);
