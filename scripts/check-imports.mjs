// Checks the walls of .dependency-cruiser.cjs: who may import whom, types included; and no cycles among what runs.
import fs from "node:fs";
import { createRequire } from "node:module";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

// dependency-cruiser parses with swc, since TypeScript 7 has no API for it, and tells it neither which files hold JSX nor
// which imports vanish when they are compiled.
const swc = createRequire(import.meta.url)("@swc/core");
const { parseFileSync } = swc;
let typesCount = true;
const vanishes = (item) =>
  ["ImportDeclaration", "ExportNamedDeclaration"].includes(item.type) &&
  (item.typeOnly || (item.specifiers?.length > 0 && item.specifiers.every((specifier) => specifier.isTypeOnly)));
swc.parseFileSync = (file, options) => {
  const ast = parseFileSync(file, { ...options, tsx: file.endsWith(".tsx") });
  return typesCount ? ast : { ...ast, body: ast.body.filter((item) => !vanishes(item)) };
};
const { clearCache } = await import("../node_modules/dependency-cruiser/src/extract/swc/parse.mjs");

const { default: rules } = await import("../.dependency-cruiser.cjs");
const folders = ["app", "components", "contract", "gateway", "lib", "management", "policy", "portal", "proxy.ts"];
const isCycle = (rule) => rule.to.circular === true;

async function check(forbidden) {
  clearCache();
  const { output, exitCode } = await cruise(
    folders.filter((each) => fs.existsSync(each)),
    { ...rules.options, validate: true, ruleSet: { forbidden }, outputType: "err" },
    undefined,
    { tsConfig: extractTSConfig("tsconfig.json") },
  );
  if (exitCode > 0) console.error(output.trim());
  return exitCode === 0;
}

const walls = await check(rules.forbidden.filter((rule) => !isCycle(rule)));
typesCount = false;
const cycles = await check(rules.forbidden.filter(isCycle));
process.exit(walls && cycles ? 0 : 1);
