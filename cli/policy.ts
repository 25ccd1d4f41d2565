import { checkFiles } from "./check-files";
import { evaluate } from "./evaluate";
import { formatFiles } from "./format-files";
import { runTests } from "./run-tests";
import { NotPossible, UsageError, usage } from "./usage";

const commands = { check: checkFiles, eval: evaluate, format: formatFiles, test: runTests } as const;

/** The policy language for people's own pipelines; the exit code is 0 when all is well, 1 when not, 2 when misused. */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "help") {
    process.stdout.write(usage);
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(commands, name)) throw new UsageError(`There is no command '${name}'.`);
  return await commands[name as keyof typeof commands](args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof NotPossible)) throw error;
  process.stderr.write(error instanceof UsageError ? `${error.message}\n\n${usage}` : `${error.message}\n`);
  process.exitCode = 2;
}
