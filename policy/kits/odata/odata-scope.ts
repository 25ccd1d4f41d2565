import { type OdataModel, type OdataProperty, propertyOf } from "./odata-model";

/** What names mean at one place: properties of a type, and the variables of lambdas around it. */
export interface OdataScope {
  readonly model: OdataModel | null;
  /** null: nobody can know. */
  readonly type: string | null;
  readonly variables: ReadonlyMap<string, string | null>;
  /** "4.0" or "4.01". */
  readonly version: number;
}

/** The type of a property; undefined: there is no such property. */
export function memberType({ model }: OdataScope, type: string | null, name: string): OdataProperty | null | undefined {
  if (model === null || type === null) return null;
  if (type.startsWith("Edm.")) return undefined;
  return propertyOf(model, type, name);
}

/** Whether a qualified name is known as a type or an operation. */
export const isKnownName = ({ model }: OdataScope, name: string): boolean =>
  model === null || model.types.has(name) || model.operations.has(name);
