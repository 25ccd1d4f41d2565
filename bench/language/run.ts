import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { check } from "@/policy/check";
import { compileExpression } from "@/policy/expression/compile-expression";
import { library } from "@/policy/library/library";

// Expressions in nanoseconds of one core beside the same thing written by hand, and the check of a long document.
const rounds = 7;
const callsPerRound = 300_000;
const known = { namedValues: "any", backends: "any", fragments: "any", certificates: "any" } as const;

/** The fastest round: what else the machine does only ever adds. */
function nanoseconds(call: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    for (let index = 0; index < callsPerRound; index++) call();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / callsPerRound);
  }
  return best;
}

const exchange = fakeExchange({
  url: "/orders/7?page=2",
  headers: { Host: "gateway.example", Accept: "*/*", "X-Tier": "gold", "User-Agent": "bench" },
});
exchange.variables.set("count", 41);
const { headers } = exchange.request;

const expressions: readonly (readonly [name: string, text: string, byHand: () => unknown])[] = [
  [
    "a header compared",
    '@(context.Request.Headers.GetValueOrDefault("X-Tier", "") == "gold")',
    () => headers.all("X-Tier").join(",") === "gold",
  ],
  [
    "a variable compared",
    '@((int)context.Variables["count"] > 40)',
    () => (exchange.variables.get("count") as number) > 40,
  ],
  [
    "a text put together",
    '@("/v2" + context.Request.Url.Path + "?tier=" + context.Request.Headers.GetValueOrDefault("X-Tier", "none"))',
    () => `/v2${exchange.request.path}?tier=${headers.get("X-Tier") ?? "none"}`,
  ],
  [
    "a loop over a hundred numbers",
    "@{ var sum = 0; for (var i = 0; i < 100; i++) { sum += i; } return sum; }",
    () => {
      let sum = 0;
      for (let index = 0; index < 100; index++) sum += index;
      return sum;
    },
  ],
  [
    "LINQ over five texts",
    '@(string.Join(",", "c,a,b,e,d".Split(\',\').Where(x => x != "e").OrderBy(x => x)))',
    () =>
      "c,a,b,e,d"
        .split(",")
        .filter((each) => each !== "e")
        .sort()
        .join(","),
  ],
];

console.log("| expression | compiled | by hand | ratio |\n|---|---|---|---|");
for (const [name, text, byHand] of expressions) {
  const compiled = compileExpression(text, library);
  if (!compiled.ok) throw new Error(`${text}: ${compiled.problems[0]?.message}`);
  if (compiled.evaluate(exchange) === undefined) throw new Error(`${text} has no value`);
  const ours = nanoseconds(() => compiled.evaluate(exchange));
  const theirs = nanoseconds(byHand);
  console.log(`| ${name} | ${ours.toFixed(0)} ns | ${theirs.toFixed(0)} ns | ${(ours / theirs).toFixed(1)} |`);
}

const branch = (
  index: number,
): string => `      <when condition="@(context.Request.Headers.GetValueOrDefault("X-${index}", "") == "v${index}")">
        <set-header name="X-Branch" exists-action="override">
          <value>@{
            var name = context.Request.Method.ToLower();
            return name + "-${index}-" + (context.Variables.ContainsKey("id") ? (string)context.Variables["id"] : "none");
          }</value>
        </set-header>
      </when>`;
const branches = Array.from({ length: 222 }, (_, index) => branch(index)).join("\n");
const long = `<policies>\n  <inbound>\n    <base />\n    <choose>\n${branches}\n    </choose>\n  </inbound>\n</policies>`;
const lines = long.split("\n").length;

function milliseconds(text: (round: number) => string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds * 3; round++) {
    const document = text(round);
    const start = performance.now();
    const found = check(document, { scope: "api", kind: "policies", known });
    best = Math.min(best, performance.now() - start);
    if (found.some(({ severity }) => severity === "error")) throw new Error(found[0]?.message);
  }
  return best;
}
console.log(`\n| check of ${lines} lines with 444 expressions | time |\n|---|---|`);
// A new name in every expression, so that nothing is remembered from the round before.
console.log(
  `| every expression new | ${milliseconds((round) => long.replaceAll('"none"', `"none${round}"`).replaceAll('", "")', `", "${round}")`)).toFixed(1)} ms |`,
);
console.log(`| one line changed | ${milliseconds((round) => long.replace("-100-", `-100-${round}`)).toFixed(1)} ms |`);
