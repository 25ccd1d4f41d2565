import type { Rules } from "../behaviour";
import { schemeProblems } from "./scheme-problems";

export const rules: Rules = {
  write(writing) {
    for (const { member, message } of schemeProblems(writing.properties)) writing.refuse(member, message);
  },
};
