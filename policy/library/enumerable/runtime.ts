import { implementType } from "@/policy/library/implement";
import { choosing } from "./choosing";
import { collecting } from "./collecting";
import { combining } from "./combining";
import { declaration } from "./definition";
import { grouping } from "./grouping";
import { guardNulls } from "./guard-nulls";
import { numbers } from "./numbers";
import { ordering } from "./ordering";
import { shaping } from "./shaping";

export const runtime = implementType(
  "System.Linq.Enumerable",
  guardNulls(declaration, {
    ...shaping,
    ...ordering,
    ...collecting,
    ...combining,
    ...grouping,
    ...choosing,
    ...numbers,
  }),
);
