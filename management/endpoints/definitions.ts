import { auditTrail } from "./audit-trail";
import { changes } from "./changes";
import { consoleEndpoints } from "./console";
import { debug } from "./debug";
import type { Endpoint } from "./define";
import { diff } from "./diff";
import { drafts } from "./drafts";
import { history } from "./history";
import { live } from "./live";
import { me } from "./me";
import { nodes } from "./nodes";
import { operators } from "./operators";
import { receipts } from "./receipts";
import { tests } from "./tests";
import { tokens } from "./tokens";
import { undo } from "./undo";
import { usedBy } from "./used-by";

/** What the service answers beyond resources, in the order in which the API's description lists it. */
export const endpoints: readonly Endpoint[] = [
  ...me,
  ...operators,
  ...tokens,
  ...auditTrail,
  ...changes,
  ...undo,
  ...diff,
  ...history,
  ...usedBy,
  ...drafts,
  ...nodes,
  ...receipts,
  ...live,
  ...consoleEndpoints,
  ...debug,
  ...tests,
];
