/** "/orders/{id}/{*rest}?date={date}", taken apart. */
export interface UrlTemplate {
  /** In order; a catch-all without its asterisk. */
  parameters: readonly { name: string; catchAll: boolean; inQuery: boolean }[];
  /** The template with its parameters' names left out: two operations of one method must differ in it. */
  shape: string;
}

const legalName = /^\*?[A-Za-z0-9_.~$-]+$/;
const illegal = /[\s#<>"\\^`|]/;

/** Takes a template apart, or says what is wrong with it. */
export function parseUrlTemplate(template: string): UrlTemplate | { problem: string } {
  const forbidden = illegal.exec(template)?.[0];
  if (forbidden !== undefined) return { problem: `Must not have the character '${forbidden}'.` };
  const parameters: { name: string; catchAll: boolean; inQuery: boolean }[] = [];
  const queryAt = template.indexOf("?");
  const path = queryAt < 0 ? template : template.slice(0, queryAt);
  let shape = "";
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf("{", at);
    const literal = template.slice(at, open < 0 ? undefined : open);
    if (literal.includes("}")) return { problem: "Has a } without its {." };
    shape += literal;
    if (open < 0) break;
    const close = template.indexOf("}", open);
    if (close < 0) return { problem: "Has a { without its }." };
    const name = template.slice(open + 1, close);
    if (!legalName.test(name))
      return { problem: `'{${name}}' is not a parameter: its name must consist of letters, digits and _ . ~ $ -` };
    const inQuery = queryAt >= 0 && open > queryAt;
    const catchAll = name.startsWith("*");
    if (catchAll && (inQuery || close !== path.length - 1 || path[open - 1] !== "/")) {
      return { problem: `'{${name}}' must be the whole last segment of the path.` };
    }
    const plain = catchAll ? name.slice(1) : name;
    if (parameters.some((known) => known.name.toLowerCase() === plain.toLowerCase()))
      return { problem: `Has the parameter '{${plain}}' twice.` };
    parameters.push({ name: plain, catchAll, inQuery });
    shape += catchAll ? "*" : "{}";
    at = close + 1;
  }
  const star = path.replace(/\{[^}]*\}/g, "").indexOf("*");
  if (star >= 0 && !/^[^*]*\/\*$/.test(path)) return { problem: "A * must be the whole last segment of the path." };
  return { parameters, shape: comparable(shape) };
}

/** "orders" is "/orders", and letter case does not tell templates apart. */
function comparable(shape: string): string {
  const [path = "", query] = shape.split("?", 2);
  const rooted = `/${path.replace(/^\/+/, "")}`.toLowerCase();
  return query === undefined || query === "" ? rooted : `${rooted}?${query.toLowerCase()}`;
}
