import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { declarations } from "./definitions";
import { parseDeclaration } from "./parse-declaration";
import type { ParsedMember, ParsedType } from "./parsed-type";
import { runtimes } from "./runtimes";

const folder = import.meta.dirname;
const types: ParsedType[] = declarations.flatMap(parseDeclaration);
const fullName = ({ namespace, container, name }: ParsedType): string =>
  [namespace, container, name].filter((part) => part !== "" && part !== null).join(".");

/** What a runtime must have for a member: nothing for constants. */
function keysOf(member: ParsedMember): string[] {
  if (member.kind === "field") return member.constant === undefined ? [member.key] : [];
  if (member.kind !== "property" && member.kind !== "indexer") return [member.key];
  return [...(member.readable ? [member.key] : []), ...(member.writable ? [`set ${member.key}`] : [])];
}

// Types that differ only in their number of type parameters share a name, and so a runtime.
const declared = new Map<string, Set<string>>();
for (const type of types) {
  const keys = declared.get(fullName(type)) ?? new Set();
  if (type.kind !== "enum" && type.kind !== "delegate")
    for (const member of type.members) for (const key of keysOf(member)) keys.add(key);
  declared.set(fullName(type), keys);
}
const implemented = new Map<string, Set<string>>();
for (const { typeName, members } of runtimes) {
  const keys = implemented.get(typeName) ?? new Set();
  for (const key of Object.keys(members)) keys.add(key);
  implemented.set(typeName, keys);
}

test("every folder is in the lists", () => {
  const source = (list: string) => fs.readFileSync(path.join(folder, list), "utf8");
  const folders = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    if (name === "testing") continue;
    expect(source("definitions.ts"), name).toContain(`"./${name}/definition"`);
    const runs = fs.existsSync(path.join(folder, name, "runtime.ts"));
    expect(source("runtimes.ts").includes(`"./${name}/runtime"`), name).toBe(runs);
  }
});

test("what is declared is implemented, and nothing else is", () => {
  const lacking: string[] = [];
  for (const [type, keys] of declared) {
    for (const key of keys) if (implemented.get(type)?.has(key) !== true) lacking.push(`${type} declares ${key}`);
  }
  for (const [type, keys] of implemented) {
    for (const key of keys) if (declared.get(type)?.has(key) !== true) lacking.push(`${type} implements ${key}`);
  }
  expect(lacking).toEqual([]);
});

const surfaceFile = path.resolve(folder, "../../../shared/reference/expression-surface.json");
const surface = fs.existsSync(surfaceFile) ? JSON.parse(fs.readFileSync(surfaceFile, "utf8")) : null;
const missing = surface === null ? ` (skipped: ${surfaceFile} is not there)` : "";

describe.skipIf(surface === null)(`what Azure allows is there${missing}`, () => {
  const names = new Set(types.map(fullName));
  /** What every type has. */
  const ofObject = new Set(["Equals", "ToString", "GetHashCode"]);
  test("every type", () => {
    const allowed = Object.keys(surface?.allowedTypes ?? {}).map((name) => name.replace(/<.*>$/, ""));
    expect(allowed.filter((name) => !names.has(name))).toEqual([]);
  });

  test("every member that is listed by name", () => {
    const lacking: string[] = [];
    for (const [name, { members }] of Object.entries<{ members: "All" | string[] }>(surface?.allowedTypes ?? {})) {
      if (members === "All") continue;
      const own = types.filter((type) => fullName(type) === name).flatMap((type) => type.members);
      for (const member of members) {
        if (ofObject.has(member)) continue;
        const wanted = { "(Constructor)": "new", Item: "this" }[member] ?? member;
        if (
          !own.some(
            (each) => each.name === wanted || each.key.startsWith(`${wanted}(`) || each.key.startsWith(`${wanted}[`),
          )
        ) {
          lacking.push(`${name}.${member}`);
        }
      }
    }
    expect(lacking).toEqual([]);
  });
});
