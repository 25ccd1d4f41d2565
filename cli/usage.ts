export const usage = `Usage: npm run --silent policy -- COMMAND

  check FILE...                    one line of JSON per file; exit code 1 when any file has an error
    --named-values FILE.json       {"name": "value"}: the named values that exist
    --any-reference                what the file refers to is taken to exist
    --scope global|product|api|operation
  eval EXPRESSION                  the value of a C# expression, with or without @( ) around it
    --context FILE.json            what 'context' holds: {"Request": {"Method": "GET", ...}, "Variables": {...}}
    --named-values FILE.json
  format FILE...                   the document, laid out evenly; nothing but white space between elements changes
    --write                        into the file itself
  test                             runs tests through the portal: one line of JSON per test, a summary on the standard
                                   error; exit code 1 when any test fails
    --api NAME                     only those of this API; may be given several times
    --draft ID                     on the configuration as this draft would make it
    --environment NAME             instead of what each saved request names
    --portal URL                   http://localhost:GATEHOUSE_PORTAL_PORT when left out; the token is that of
                                   GATEHOUSE_MANAGEMENT_TOKEN
    --json                         without the summary

A FILE of '-' is the standard input.
`;

/** What was asked cannot be done from here, however it is spelled. */
export class NotPossible extends Error {}

/** The command was called in a way that it does not understand. */
export class UsageError extends Error {}
