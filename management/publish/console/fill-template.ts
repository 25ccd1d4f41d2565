/** A URL template with its parameters put in; those it does not name go into the query. */
export function fillTemplate(
  template: string,
  parameters: Readonly<Record<string, string>>,
): { path: string; missing: string[] } {
  const left = new Map(Object.entries(parameters));
  const missing: string[] = [];
  const take = (name: string) => {
    const value = left.get(name);
    if (value === undefined) missing.push(name);
    left.delete(name);
    return value ?? "";
  };
  const [pathTemplate = "", queryTemplate = ""] = template.split("?", 2);
  const path = pathTemplate
    .replace(/\{(\*?)([^}]+)\}/g, (_, star: string, name: string) =>
      star === "*" ? keepSlashes(take(name)) : encodeURIComponent(take(name)),
    )
    .replace(/\/\*$/, () => `/${keepSlashes(take("*"))}`);
  const query = queryTemplate.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(take(name)));
  const more = [...left].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  const whole = [query, ...more].filter((part) => part !== "").join("&");
  return { path: `/${path.replace(/^\/+/, "")}${whole === "" ? "" : `?${whole}`}`, missing };
}

const keepSlashes = (value: string) => value.split("/").map(encodeURIComponent).join("/");
