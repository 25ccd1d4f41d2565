import { Fault } from "@/policy/fault";
import { AzureIdentity } from "../azure-identity";

// Asks for the tokens that the first argument lists, one after the other, and tells what came.

const identity = new AzureIdentity();
const answers: string[] = [];
for (const [resource, clientId] of JSON.parse(process.argv[2] ?? "[]") as [string, string | null][]) {
  try {
    answers.push(await identity.token(resource, clientId));
  } catch (error) {
    answers.push(error instanceof Fault ? `Fault ${error.reason}: ${error.message}` : String(error));
  }
}
process.send?.(answers);
