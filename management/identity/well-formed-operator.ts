import { z } from "zod";
import type { FieldProblem } from "../refusals";
import { passwordProblem, passwordProblemText } from "./password-rules";

const address = z.email().max(254);

/** The address and the name as they are kept, and all that is wrong with what was given. */
export function wellFormedOperator(given: { email: string; name: string; password?: string }): {
  email: string;
  name: string;
  problems: FieldProblem[];
} {
  const email = given.email.trim().toLowerCase();
  const name = given.name.trim().replace(/\s+/g, " ") || (email.split("@")[0] ?? "");
  const problems: FieldProblem[] = [];
  if (!address.safeParse(email).success)
    problems.push({ target: "email", message: "Give an email address such as ada@example.com." });
  if (name.length > 100 || /[\p{Control}\p{Format}]/u.test(name)) {
    problems.push({ target: "name", message: "The name must have at most 100 characters and no control characters." });
  }
  const problem = given.password === undefined ? null : passwordProblem(given.password, { email, name });
  if (problem !== null) problems.push({ target: "password", message: passwordProblemText[problem] });
  return { email, name, problems };
}
