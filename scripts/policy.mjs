// npm run --silent policy -- check|eval|format|test: the policy language for people's own pipelines. Only results go to the
// standard output; what has to be made first is told on the standard error.
const from = process.env.INIT_CWD ?? process.cwd();
const { ready } = await import("./ready.mjs");
await ready({ only: "policy", tell: (line) => process.stderr.write(`${line}\n`) });
process.chdir(from);
await import("../dist/policy.mjs");
