import type * as expressions from "./parse-expression";
import type * as statements from "./parse-statement";
import type { parseUnary as unary } from "./parse-unary";

/**
 * The productions that others come back to. A grammar goes in circles; its files do not, because they call these, and
 * parse.ts says once what they are.
 */
type Productions = Pick<typeof expressions, "parseExpression" | "parseConditional" | "parseThrow"> &
  Pick<
    typeof statements,
    | "parseBlock"
    | "parseStatements"
    | "parseStatement"
    | "parseEmbedded"
    | "parseCondition"
    | "closeHead"
    | "endStatement"
  > & { parseUnary: typeof unary };

let productions: Productions;

export const defineProductions = (given: Productions): void => {
  productions = given;
};

export const parseExpression: Productions["parseExpression"] = (...given) => productions.parseExpression(...given);
export const parseConditional: Productions["parseConditional"] = (...given) => productions.parseConditional(...given);
export const parseThrow: Productions["parseThrow"] = (...given) => productions.parseThrow(...given);
export const parseUnary: Productions["parseUnary"] = (...given) => productions.parseUnary(...given);
export const parseBlock: Productions["parseBlock"] = (...given) => productions.parseBlock(...given);
export const parseStatements: Productions["parseStatements"] = (...given) => productions.parseStatements(...given);
export const parseStatement: Productions["parseStatement"] = (...given) => productions.parseStatement(...given);
export const parseEmbedded: Productions["parseEmbedded"] = (...given) => productions.parseEmbedded(...given);
export const parseCondition: Productions["parseCondition"] = (...given) => productions.parseCondition(...given);
export const closeHead: Productions["closeHead"] = (...given) => productions.closeHead(...given);
export const endStatement: Productions["endStatement"] = (...given) => productions.endStatement(...given);
