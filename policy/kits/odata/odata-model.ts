/** What a service's $metadata declares, as far as requests name it. Made of plain values, so that a thread can send it. */
export interface OdataModel {
  /** Of the container, by name. */
  readonly entitySets: ReadonlyMap<string, string>;
  readonly singletons: ReadonlyMap<string, string>;
  /** Functions and actions; null: they return nothing that a path could go on from. */
  readonly imports: ReadonlyMap<string, string | null>;
  readonly types: ReadonlyMap<string, OdataType>;
  /** Qualified names of functions and actions. */
  readonly operations: ReadonlySet<string>;
}

export interface OdataType {
  readonly base: string | null;
  /** Has properties that are not declared. */
  readonly isOpen: boolean;
  readonly properties: ReadonlyMap<string, OdataProperty>;
}

export interface OdataProperty {
  /** Qualified, and without "Collection(...)". */
  readonly type: string;
  readonly isCollection: boolean;
  readonly isNavigation: boolean;
}

const deepestBase = 32;

/** undefined: there is none; null: nobody can know. */
export function propertyOf(model: OdataModel, typeName: string, name: string): OdataProperty | undefined | null {
  let isOpen = false;
  for (let type = model.types.get(typeName), left = deepestBase; left > 0; left--) {
    if (type === undefined) return null;
    const found = type.properties.get(name);
    if (found !== undefined) return found;
    isOpen ||= type.isOpen;
    if (type.base === null) break;
    type = model.types.get(type.base);
  }
  return isOpen ? null : undefined;
}
