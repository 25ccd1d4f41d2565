import type { Context, Emitter, Liquid, TagToken, Template, TopLevelToken, Value } from "liquidjs";
import { liquidLibrary } from "./library";

/** `{% JSONArrayFor x in y %} … {% endJSONArrayFor %}`: as `for`, with commas between what its items come to. */
export function jsonArrayFor() {
  const { Tag, Value: ValueClass } = liquidLibrary();
  return class JsonArrayFor extends Tag {
    readonly #name: string;
    readonly #collection: Value;
    readonly #templates: Template[] = [];

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      const [, name, collection] = /^\s*([A-Za-z_][\w-]*)\s+in\s+(\S[\s\S]*)$/.exec(token.args) ?? [];
      if (name === undefined || collection === undefined) {
        throw new Error("JSONArrayFor is written as '{% JSONArrayFor item in items %}'.");
      }
      this.#name = name;
      this.#collection = new ValueClass(collection, liquid);
      while (remaining.length > 0) {
        const next = remaining.shift() as TopLevelToken;
        if ("name" in next && next.name === "endJSONArrayFor") return;
        this.#templates.push(liquid.parser.parseToken(next, remaining));
      }
      throw new Error("JSONArrayFor is not closed by '{% endJSONArrayFor %}'.");
    }

    override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const items = itemsOf(yield this.#collection.value(context));
      const scope: Record<string, unknown> = Object.create(null);
      context.push(scope);
      let isFirst = true;
      for (const item of items) {
        if (!isFirst) emitter.write(",");
        isFirst = false;
        scope[this.#name] = item;
        yield this.liquid.renderer.renderTemplates(this.#templates, context, emitter);
        if (context.breakCalled) break;
        context.continueCalled = false;
      }
      context.breakCalled = false;
      context.pop();
    }
  };
}

function itemsOf(value: unknown): Iterable<unknown> {
  if (typeof value !== "object" || value === null) return value === null || value === undefined ? [] : [value];
  return Symbol.iterator in value ? (value as Iterable<unknown>) : [];
}
