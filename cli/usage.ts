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

A FILE of '-' is the standard input.
`;

/** The command was called in a way that it does not understand. */
export class UsageError extends Error {}
