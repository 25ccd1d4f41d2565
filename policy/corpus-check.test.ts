import { expect, test } from "vitest";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { check } from "./check";
import { isError } from "./diagnostics";
import { kindOf } from "./document-kind";

const known = { namedValues: "any", backends: "any", fragments: "any", certificates: "any" } as const;
const documents = corpus();

/** What its own author got wrong, and Azure refuses too. */
const mistakes: Readonly<Record<string, string>> = {
  "Azure__api-management-policy-snippets/examples__GET-a-file-from-blobStorage-account.xml":
    "CS1955: MatchedParameters is called like a method",
  "Azure__api-management-policy-snippets/examples__Get-OAuth2-access-token-from-AAD-using-client-id-and-certificate-using-key-vault-manage-identity.xml":
    "attribute-invalid: the named value is closed by ']' instead of '}'",
  "Azure__api-management-policy-snippets/examples__Return-a-blob-URL-signed-with-a-user-delegation-SAS-token.xml":
    "CS1503: AddSeconds is given a string",
  "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__azure-openai-token-limit.xml":
    "attribute-unknown: estimate-prompt-token lacks its s",
  "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__forward-request.xml":
    "backend-one-policy: four policies in backend",
  "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__invoke-darp-binding.xml":
    "child-unknown: darp instead of dapr",
  "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__set-backend-service.xml":
    "backend-one-policy: several policies in backend",
  "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__validate-status-code.xml":
    "attribute-unknown: error-variable-name instead of errors-variable-name",
};

test.skipIf(documents.length === 0)(
  `what authors published is understood, all but their own mistakes${noCorpus(documents)}`,
  () => {
    const refused = new Map<string, string[]>();
    for (const { file, text } of documents) {
      const errors = check(text, { kind: kindOf(text), scope: "any", known }).filter(isError);
      if (errors.length > 0)
        refused.set(
          file,
          errors.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`),
        );
    }
    for (const file of Object.keys(mistakes)) refused.delete(file);
    expect([...refused]).toEqual([]);
  },
);

test.skipIf(documents.length === 0)(
  `an author's mistake is found, and nothing else in the document${noCorpus(documents)}`,
  () => {
    for (const [file, reason] of Object.entries(mistakes)) {
      const text = documents.find((document) => document.file === file)?.text ?? "";
      const codes = check(text, { kind: kindOf(text), scope: "any", known })
        .filter(isError)
        .map(({ code }) => code);
      expect(codes[0], file).toBe(reason.split(":")[0]);
    }
  },
);
