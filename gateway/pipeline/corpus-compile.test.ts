import { expect, test } from "vitest";
import { PolicyUnit } from "@/gateway/program/policy-unit";
import { CompileError } from "@/policy/catalog/compile";
import { check } from "@/policy/check";
import { isError } from "@/policy/diagnostics";
import { kindOf } from "@/policy/document-kind";
import { effectivePolicy, FragmentMissing, type ScopeSources } from "@/policy/scopes";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { compileSequence } from "./compile-context";
import { compileSections } from "./pipeline";

/** Gaps that a deployment tool fills are mistakes here. */
const known = {
  namedValues: () => true,
  backends: "any",
  fragments: "any",
  certificates: "any",
  loggers: "any",
} as const;
const collection = corpus();
const documents = collection.filter(
  ({ text }) => check(text, { kind: kindOf(text), scope: "any", known }).filter(isError).length === 0,
);

const key = Buffer.alloc(32, 7).toString("base64");
/** By what they are named for, unless the document says more of the place. */
const standIns: readonly (readonly [name: RegExp, value: string])[] = [
  [/url|uri|endpoint|host|backend/i, "https://example.org"],
  [/\bip\b|address/i, "192.0.2.1"],
  [/key|secret/i, key],
];

/** What a document names and the collection does not hold. */
const sourcesFor = (text: string): ScopeSources => ({
  fragment: () => ({ documentId: "/policyfragments/any", text: "<fragment />" }),
  namedValue: (name) => {
    // Code of its own, not inside a literal: which of several keys is used.
    if (text.includes(`= {{${name}}};`)) return "1";
    return standIns.find(([pattern]) => pattern.test(name))?.[1] ?? "1";
  },
});

test.skipIf(documents.length === 0)(
  `what authors published compiles, every policy of it${noCorpus(collection)}`,
  () => {
    const failed: string[] = [];
    for (const { file, text } of documents) {
      const sources = sourcesFor(text);
      try {
        const unit = new PolicyUnit("api", "/apis/any/policies/policy", text);
        const kind = kindOf(text);
        if (kind === "policies") compileSections(effectivePolicy([unit.read(sources)]));
        else if (kind === "fragment") {
          const wrapped = new PolicyUnit(
            "api",
            "/x",
            "<policies><inbound><include-fragment fragment-id='f' /></inbound></policies>",
          );
          const fragment = { ...sources, fragment: () => ({ documentId: "/policyfragments/f", text }) };
          compileSections(effectivePolicy([wrapped.read(fragment)]));
        } else compileSequence(unit.readResolver(sources), "request");
      } catch (error) {
        if (!(error instanceof CompileError || error instanceof FragmentMissing)) throw error;
        failed.push(`${file}: ${error.message}`);
      }
    }
    expect(failed).toEqual([]);
    // The others wait for a tool that fills their gaps, or are their authors' mistakes.
    expect(documents.length).toBeGreaterThan(0.9 * collection.length);
  },
);
