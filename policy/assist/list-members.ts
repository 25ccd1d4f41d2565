import type { Value } from "@/policy/expression/bind/value";
import { extensionsFor } from "@/policy/expression/types/calls";
import { extensionNames, findMember, memberNames } from "@/policy/expression/types/members";
import type { Type } from "@/policy/expression/types/type";
import type { Method, TypeDefinition } from "@/policy/expression/types/type-definition";
import type { TypeTable } from "@/policy/expression/types/type-table";
import type { CompletionItem } from "./completion";
import { memberDoc } from "./member-docs";
import { needsTypeArguments, showMethod } from "./show-member";

export interface CallStyle {
  /** Brackets follow already. */
  isCalled: boolean;
}

/** All that may stand behind the point after a value, a type or a namespace. */
export function listMembers(table: TypeTable, value: Value, style: CallStyle): CompletionItem[] {
  if (value.kind === "namespace") return inNamespace(table, value.name);
  if (value.kind === "type") return [...own(table, value.type, "type", style), ...nested(table, value.type)];
  if (value.kind !== "value") return [];
  const { type } = value.node;
  if (type.kind === "special") return [];
  const items = own(table, type, "value", style);
  if (value.orType !== undefined) items.push(...own(table, value.orType, "type", style));
  const taken = new Set(items.map(({ label }) => label));
  for (const name of extensionNames(table)) {
    const methods = taken.has(name) ? [] : extensionsFor(table, type, name);
    if (methods.length > 0) items.push({ ...methodItem(name, methods, style), boost: -1 });
  }
  return items;
}

function own(table: TypeTable, type: Type, receiver: "type" | "value", style: CallStyle): CompletionItem[] {
  const items: CompletionItem[] = [];
  const wantsStatic = receiver === "type";
  for (const name of memberNames(table, type)) {
    const found = findMember(table, type, name);
    switch (found?.kind) {
      case "methods": {
        const methods = found.methods.filter((method) => method.isStatic === wantsStatic && !isHidden(method));
        if (methods.length > 0) items.push(methodItem(name, methods, style));
        break;
      }
      case "property":
      case "field": {
        const member = found.kind === "property" ? found.property : found.field;
        if (member.isStatic !== wantsStatic) break;
        const documentation = memberDoc(member.declaring, name);
        items.push({
          label: name,
          kind: found.kind,
          detail: member.type.display,
          insert: name,
          ...(documentation === undefined ? {} : { documentation }),
          ...(member.beyond ? { boost: -20 } : {}),
        });
        break;
      }
      case "array-length":
        if (!wantsStatic) items.push({ label: name, kind: "property", detail: "int", insert: name });
        break;
      case "anonymous-property":
        items.push({ label: name, kind: "property", detail: found.type.display, insert: name, boost: 1 });
        break;
    }
  }
  return items;
}

/** What every object has comes behind what this one is for. */
const common: ReadonlySet<string> = new Set(["Equals", "GetHashCode", "GetType", "ReferenceEquals"]);
const isHidden = ({ name }: Method): boolean => name === "ReferenceEquals";

export function methodItem(name: string, methods: readonly Method[], { isCalled }: CallStyle): CompletionItem {
  const [first] = methods as [Method];
  const shown = showMethod(first).text;
  const generic = methods.every((method) => needsTypeArguments(method.original));
  const takes = methods.some(({ parameters, isExtension }) => parameters.length > (isExtension ? 1 : 0));
  const head = generic ? `${name}<` : `${name}(`;
  const insert = isCalled ? name : generic ? `${name}<>()` : `${name}()`;
  const documentation = methods.map((method) => memberDoc(method.declaring, name)).find((doc) => doc !== undefined);
  const boost = common.has(name) ? -10 : methods.every(({ beyond }) => beyond) ? -20 : 0;
  return {
    label: name,
    kind: "method",
    detail: methods.length > 1 ? `${shown} (+${methods.length - 1})` : shown,
    insert,
    ...(documentation === undefined ? {} : { documentation }),
    ...(isCalled ? {} : fieldsOf(head.length, generic, takes)),
    ...(boost === 0 ? {} : { boost }),
  };
}

function fieldsOf(at: number, generic: boolean, takes: boolean): Pick<CompletionItem, "fields"> {
  const fields = generic ? [{ start: at, end: at }] : [];
  // Behind ">(".
  if (takes) fields.push({ start: at + (generic ? 2 : 0), end: at + (generic ? 2 : 0) });
  return fields.length > 0 ? { fields } : {};
}

const inNamespace = (table: TypeTable, namespace: string): CompletionItem[] => [
  ...table.definitions.filter((one) => one.namespace === namespace && one.container === null).map(typeItem),
  ...[...new Set(table.definitions.map((one) => one.namespace))]
    .filter((name) => name.startsWith(`${namespace}.`))
    .map((name) => name.slice(namespace.length + 1).split(".")[0] as string)
    .filter((name, at, all) => all.indexOf(name) === at)
    .map((name): CompletionItem => ({ label: name, kind: "namespace", insert: name })),
];

const nested = (table: TypeTable, type: Type): CompletionItem[] =>
  type.kind !== "named" ? [] : table.definitions.filter(({ container }) => container === type.definition).map(typeItem);

export function typeItem(definition: TypeDefinition): CompletionItem {
  const { name, self, doc, typeParameters, namespace } = definition;
  const at = name.length + 1;
  return {
    label: name,
    kind: "type",
    detail: namespace === "" ? self.display : `${namespace}.${self.display}`,
    insert: typeParameters.length > 0 ? `${name}<>` : name,
    ...(doc === "" ? {} : { documentation: doc }),
    ...(typeParameters.length > 0 ? { fields: [{ start: at, end: at }] } : {}),
  };
}
