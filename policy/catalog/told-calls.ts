const headerName = (expressions: boolean) =>
  ({ type: "string", expressions, form: { control: "header-name" } }) as const;
const variable = (expressions: boolean) => ({ type: "string", expressions, form: { control: "variable" } }) as const;
const told = (expressions: boolean) =>
  ({
    "retry-after-header-name": headerName(expressions),
    "retry-after-variable-name": variable(expressions),
    "remaining-calls-header-name": headerName(expressions),
    "remaining-calls-variable-name": variable(expressions),
    "total-calls-header-name": headerName(expressions),
  }) as const;

const ofPolicy = told(false);

/** Where a limit of calls tells what is left of it: the policy's own, and that of a part of it. */
export const toldCalls = {
  ofPolicy: {
    ...ofPolicy,
    "retry-after-header-name": { ...ofPolicy["retry-after-header-name"], default: "Retry-After" },
  },
  ofPart: told(true),
} as const;
