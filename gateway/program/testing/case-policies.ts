import fs from "node:fs";
import path from "node:path";
import { parseCase } from "@/gateway/testing/cases/parse-case";

const catalog = path.resolve(import.meta.dirname, "../../../policy/catalog");

/** Every document of that kind that a case of a policy runs, each once. */
export function casePolicies(kind: "policy" | "resolver"): string[] {
  const files = fs.readdirSync(catalog, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".case"));
  const documents = files.sort().flatMap((file) =>
    parseCase(fs.readFileSync(path.join(catalog, file), "utf8"))
      .parts.filter((part) => part.kind === kind)
      .map(({ text }) => text.replaceAll(/\$(backend|host|gateway)(\.[a-z0-9-]+)?/g, filled)),
  );
  return [...new Set(documents)];
}

const filled = (_: string, form: string): string => (form === "host" ? "127.0.0.1:9" : "http://127.0.0.1:9");
