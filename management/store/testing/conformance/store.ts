import { describe } from "vitest";
import { describeChanges } from "./changes";
import type { OpenEmpty } from "./fixture";
import { describeLists } from "./lists";
import { describeLog } from "./log";
import { describePeople } from "./people";
import { describeSecrets } from "./secrets";
import { describeTestRuns } from "./test-runs";
import { describeTrees } from "./trees";

/** What every store must do, whichever database holds it. */
export function describeStore(open: OpenEmpty): void {
  describe("changes", () => describeChanges(open));
  describe("references and trees", () => describeTrees(open));
  describe("the log", () => describeLog(open));
  describe("lists", () => describeLists(open));
  describe("secrets and drafts", () => describeSecrets(open));
  describe("results of tests", () => describeTestRuns(open));
  describe("people, nodes and the audit trail", () => describePeople(open));
}
