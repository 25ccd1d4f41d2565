// npm run bench [-- NAME…]: measurements side by side in one run, printed as tables. Names are the folders of bench/.
import fs from "node:fs";
import { ready, run } from "./ready.mjs";

await ready();
const all = fs.readdirSync("bench").filter((name) => fs.existsSync(`bench/${name}/run.ts`));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(", ")}; there are: ${all.join(", ")}.`);
  process.exit(1);
}
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n## ${name}\n`);
  await run(["--import", "tsx", `bench/${name}/run.ts`], { env: { NODE_ENV: "production" } });
}
