/** Why a field has no value, in words that the client may read. */
export class FieldProblem extends Error {}
