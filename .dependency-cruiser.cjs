/** The walls of the house. Each is an error from the first day; a wall is moved here, deliberately, or not at all. */
const domain = "^(app|cli|components|management|policy|contract|gateway|portal|lib|prisma|generated|messages)/";
const tests = "\\.test\\.tsx?$|/testing/";
const only = (name, from, allowed, comment, extra = {}) => ({
  name,
  severity: "error",
  comment,
  from: { path: `^${from}/`, pathNot: tests, ...extra.from },
  to: { path: domain, pathNot: `^(${[from, ...allowed].join("|")})/` },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one.",
      from: {},
      to: { circular: true },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-barrels",
      severity: "error",
      comment: "Import the file that holds the thing.",
      from: {},
      to: { path: `${domain}.*/index\\.tsx?$` },
    },
    only("lib", "lib", [], "lib knows nothing of ours"),
    only("policy", "policy", ["lib"], "the language stands on lib alone"),
    only("cli", "cli", ["policy", "lib"], "the policy command knows the language and nothing that serves"),
    only("contract", "contract", ["lib", "policy"], "contract: lib, and types of policy"),
    only("gateway", "gateway", ["policy", "contract", "lib"], "the data plane never sees management or the database"),
    only(
      "management",
      "management",
      ["policy", "contract", "lib", "generated", "prisma"],
      "the control plane never sees the gateway",
    ),
    only(
      "components",
      "components",
      ["policy", "contract", "lib", "messages", "management"],
      "components see definitions, not verbs",
    ),
    only("app", "app", ["components", "management", "policy", "contract", "lib", "messages"], "doors only"),
    only(
      "portal",
      "portal",
      ["management", "contract", "lib", "policy"],
      "the portal's process opens the store and starts the doors",
    ),
    {
      name: "components-see-definitions-only",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: "^management/",
        pathNot: "(definition|definitions|define|form|member|url-template|gateway-id)\\.ts$",
      },
    },
    {
      name: "only-the-store-knows-prisma",
      severity: "error",
      from: {
        path: "^(app|components|management|portal|gateway|policy|contract|lib)/",
        pathNot: `^management/store/|${tests}`,
      },
      to: { path: "^(generated|prisma)/|node_modules/(@prisma|pg|prisma)/" },
    },
    {
      name: "policies-are-islands",
      severity: "error",
      from: { path: "^policy/catalog/([^/]+)/", pathNot: tests },
      to: { path: "^policy/catalog/([^/]+)/", pathNot: "^policy/catalog/$1/" },
    },
    {
      name: "runtimes-run-in-the-gateway",
      severity: "error",
      from: {
        path: domain,
        pathNot: `^(gateway|cli)/|^policy/(catalog/[^/]+/(?!definition)[^/]+\\.ts|catalog/runtimes|kits/|library/[^/]+/(?!definition|declare-|exceptions)|library/(runtimes|library|implement)|expression/(emit/|compile-expression|values/anonymous-object))|${tests}`,
      },
      to: {
        path: "^policy/(catalog/[^/]+/runtime|catalog/runtimes|kits/|library/[^/]+/(?!definition|declare-|exceptions)|library/(runtimes|library)|expression/(emit/|compile-expression))",
      },
    },
    {
      name: "definitions-run-nothing",
      severity: "error",
      comment: "What a definition is made of goes wherever definitions go, the browser included.",
      from: { path: "^policy/catalog/[^/]+/definition\\.ts$" },
      to: { path: "^policy/(catalog/[^/]+/runtime|kits/|library/library|expression/emit/)", reachable: true },
    },
    {
      name: "policy-is-browser-safe",
      severity: "error",
      from: { path: "^policy/", pathNot: `runtime\\.ts$|^policy/kits/|${tests}` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "definitions-are-browser-safe",
      severity: "error",
      from: {
        path: "^(management/resources/.*(definition|definitions|define|form|member|url-template|gateway-id)\\.ts|contract/|components/)",
        pathNot: tests,
      },
      to: { dependencyTypes: ["core"] },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^generated/"] },
    exclude: { path: ["^\\.next/", "^dist/", "^bench/peers/"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      conditionNames: ["import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".json"],
    },
  },
};
