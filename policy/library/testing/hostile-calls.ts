import type { Type } from "@/policy/expression/types/type";
import type { Method, Parameter, Property, TypeDefinition } from "@/policy/expression/types/type-definition";
import type { TypeTable } from "@/policy/expression/types/type-table";
import { typeSource, valueSources } from "./hostile-values";

/** One member of the library, and the sources of what it may be given, the receiver's first. */
export interface HostileCall {
  readonly member: string;
  readonly slots: readonly (readonly string[])[];
  /** The source of the call with these values; a statement where nothing comes of it. */
  write(values: readonly string[]): string;
  readonly isVoid: boolean;
}

const constraints: Readonly<Record<string, string>> = {
  "Newtonsoft.Json.Linq.JToken": "JToken",
  "Newtonsoft.Json.Linq.JContainer": "JContainer",
  "System.Xml.Linq.XNode": "XNode",
  "System.Xml.Linq.XContainer": "XContainer",
  TEnum: "DayOfWeek",
};

/** `stand` stands for type parameters that nothing binds. */
export function hostileCalls(table: TypeTable, stand: string): HostileCall[] {
  return table.definitions.flatMap((definition) => callsOf(table, definition, stand));
}

function callsOf(table: TypeTable, definition: TypeDefinition, stand: string): HostileCall[] {
  if (definition.kind === "enum" || definition.kind === "delegate") return [];
  const arguments_ = new Map<Type, string>();
  const bind = (parameter: Type) => {
    if (parameter.kind !== "parameter") return;
    const [constraint] = parameter.constraintTypes;
    const name = constraint === undefined ? constraints[parameter.name] : constraints[constraint.fullName];
    const isStruct = parameter.constraint === "struct" && stand === "string";
    arguments_.set(parameter, name ?? (isStruct ? "double" : stand));
  };
  definition.typeParameters.forEach(bind);
  const self = typeSource(definition.self, arguments_);
  const sourcesOf = (type: Type) => valueSources(table, type, arguments_);
  const receiver = sourcesOf(definition.self);
  const values = (parameters: readonly Parameter[]): readonly (readonly string[])[] =>
    parameters.flatMap((one) => (one.modifier === "out" ? [] : [sourcesOf(one.type)]));
  const listed = (parameters: readonly Parameter[], given: readonly string[], from = 0): string => {
    let at = from;
    return parameters
      .map((one) => {
        if (one.modifier === "out") return "out _";
        const value = given[at++] as string;
        return one.modifier === "ref" ? "ref v" : value;
      })
      .join(", ");
  };
  const ofMethod = (method: Method): HostileCall => {
    method.typeParameters.forEach(bind);
    const types = method.typeParameters.map((one) => arguments_.get(one));
    const generic = types.length === 0 ? "" : `<${types.join(", ")}>`;
    const byRef = method.parameters.find((one) => one.modifier === "ref");
    const slots = values(method.parameters);
    const isVoid = method.returnType.display === "void";
    const setup = byRef === undefined ? "" : `${typeSource(byRef.type, arguments_)} v = ${sourcesOf(byRef.type)[0]}; `;
    const finish = (call: string) =>
      setup !== ""
        ? `{ ${setup}${isVoid ? "" : "var r = "}${call}; return v; }`
        : isVoid
          ? `{ ${call}; return 1; }`
          : call;
    const member = `${definition.fullName}.${method.key}`;
    if (method.kind === "constructor") {
      if (definition.isAbstract) return { member, slots: [], isVoid, write: () => "1" };
      return { member, slots, isVoid, write: (given) => finish(`new ${self}(${listed(method.parameters, given)})`) };
    }
    if (method.isStatic)
      return {
        member,
        slots,
        isVoid,
        write: (given) => finish(`${self}.${method.name}${generic}(${listed(method.parameters, given)})`),
      };
    return {
      member,
      slots: [receiver, ...slots],
      isVoid,
      write: (given) => finish(`(${given[0]}).${method.name}${generic}(${listed(method.parameters, given, 1)})`),
    };
  };
  const ofOperator = (method: Method): HostileCall => {
    const slots = values(method.parameters);
    const name = method.key.split(/[ (]/);
    const target = typeSource(method.returnType, arguments_);
    const write = (given: readonly string[]) => {
      if (name[0] !== "operator") return `(${target})(${given[0]})`;
      return given.length === 1 ? `${name[1]}(${given[0]})` : `(${given[0]}) ${name[1]} (${given[1]})`;
    };
    return { member: `${definition.fullName}.${method.key}`, slots, isVoid: false, write };
  };
  const ofProperty = (property: Property): HostileCall[] => {
    const slots = values(property.parameters);
    const on = property.isStatic ? [] : [receiver];
    const target = (given: readonly string[]) => {
      const object = property.isStatic ? self : `(${given[0]})`;
      return property.kind === "indexer"
        ? `${object}[${given.slice(1, 1 + slots.length).join(", ")}]`
        : `${object}.${property.name}`;
    };
    const member = `${definition.fullName}.${property.key}`;
    const calls: HostileCall[] = [];
    if (property.readable) calls.push({ member, slots: [...on, ...slots], isVoid: false, write: target });
    if (property.writable)
      calls.push({
        member: `${member} set`,
        slots: [...on, ...slots, sourcesOf(property.type)],
        isVoid: true,
        write: (given) => `{ ${target(given)} = ${given.at(-1)}; return 1; }`,
      });
    return calls;
  };
  return [
    ...definition.constructors.map(ofMethod),
    ...definition.methods.map(ofMethod),
    ...definition.operators.map(ofOperator),
    ...[...definition.properties, ...definition.indexers].flatMap(ofProperty),
  ];
}
