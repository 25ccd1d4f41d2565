import type { LooseText } from "../text/use-loose-text";

/** "circuitBreaker.rules.0.name" -> "circuitBreaker.rules.name": items share their texts. */
const withoutIndexes = (path: string): string =>
  path
    .split(".")
    .filter((part) => !/^\d+$/.test(part))
    .join(".");

export interface FieldTexts {
  label(path: string): string;
  hint(path: string): string | undefined;
  option(path: string, value: string): string;
  /** "Member 2": what an item is called, and its place. */
  item(path: string, at: number): string;
  /** What the button says that adds an item. */
  add(path: string): string;
  /** What the button says that adds a group as a whole. */
  addGroup(path: string): string;
  /** Whether a group is only there once it was asked for. */
  isAddable(path: string): boolean;
  /** The label with those of the groups around it: "Circuit breaker › Rules 1 › Name". */
  full(path: string): string;
}

export function fieldTexts(text: LooseText, kind: string): FieldTexts {
  const find = (path: string, part: string): string | undefined => {
    const clean = withoutIndexes(path);
    const last = clean.slice(clean.lastIndexOf(".") + 1);
    const key = [`kinds.${kind}.fields.${clean}.${part}`, `fields.${last}.${part}`].find((each) => text.has(each));
    return key === undefined ? undefined : text(key);
  };
  const label = (path: string) => find(path, "label") ?? words(path);
  const item = (path: string, at: number) => `${find(path, "item") ?? label(path)} ${at + 1}`;
  return {
    label,
    item,
    hint: (path) => find(path, "hint"),
    option: (path, value) => find(path, `options.${value.replaceAll(".", "_")}`) ?? value,
    add: (path) => find(path, "add") ?? text("form.add"),
    addGroup: (path) => find(path, "add") ?? text("form.addGroup", { group: label(path) }),
    isAddable: (path) => find(path, "add") !== undefined,
    full(path) {
      const parts = path.split(".");
      const names: string[] = [];
      for (const [at, part] of parts.entries()) {
        if (/^\d+$/.test(part)) names[names.length - 1] = item(parts.slice(0, at).join("."), Number(part));
        else names.push(label(parts.slice(0, at + 1).join(".")));
      }
      return names.join(" › ");
    },
  };
}

/** A member without a label of its own is called by its name: "sessionAffinity" -> "Session affinity". */
function words(path: string): string {
  const last = withoutIndexes(path).split(".").at(-1) ?? "";
  const spaced = last.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
