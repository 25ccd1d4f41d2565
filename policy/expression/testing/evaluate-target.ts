import type { BoundTarget } from "@/policy/expression/bind/bound";
import { isBoxedSlot, isByteArray, toBoxed, toRaw } from "@/policy/expression/emit/representation";
import { staticTypeArguments } from "@/policy/expression/emit/runtime-of";
import type { NetArray } from "@/policy/expression/values/net-array";
import { indexOutOfRange, nullReference } from "@/policy/expression/values/net-exception";
import { checkReceiver, indexValues } from "./adapt";
import type { Machine } from "./machine";
import type { Scope } from "./scope";

interface Place {
  read(): unknown;
  write(value: unknown): void;
}

/** Evaluates what a target is made of, once. */
export function locate(machine: Machine, scope: Scope, target: BoundTarget): Place {
  if (target.kind === "discard") return { read: () => null, write: () => {} };
  if (target.kind === "local") {
    const cell = scope.cell(target.symbol);
    return {
      read: () => cell.value,
      write: (value) => {
        cell.value = value;
      },
    };
  }
  return target.kind === "element" ? element(machine, scope, target) : member(machine, scope, target);
}

function element(machine: Machine, scope: Scope, target: Extract<BoundTarget, { kind: "element" }>): Place {
  const array = machine.evaluate(scope, target.array);
  const index = Number(machine.evaluate(scope, target.index));
  const isBytes = isByteArray(target.array.type);
  const items = (): unknown[] | Uint8Array => {
    if (array === null) throw nullReference();
    const list = isBytes ? (array as Uint8Array) : (array as NetArray).items;
    if (index < 0 || index >= list.length) throw indexOutOfRange();
    return list;
  };
  return {
    read: () => (isBytes ? items()[index] : toRaw(items()[index], target.type)),
    write: (value) => {
      (items() as unknown[])[index] = isBytes ? value : toBoxed(value, target.type);
    },
  };
}

function member(machine: Machine, scope: Scope, target: Extract<BoundTarget, { kind: "property" | "field" }>): Place {
  const { receiver } = target;
  const property = target.kind === "property" ? target.property : target.field;
  const { original } = property;
  const from = receiver === null ? null : machine.evaluate(scope, receiver);
  const indexes = target.kind === "property" ? indexValues(machine, scope, target.property, target.arguments) : [];
  const on = () =>
    receiver === null ? staticTypeArguments(property) : [checkReceiver(from, receiver, original.declaring)];
  const runtime = (key: string) => machine.library.member(original.declaring.fullName, key);
  const isSlot = isBoxedSlot(original.type);
  return {
    read() {
      const value = runtime(original.key)(...on(), ...indexes);
      return isSlot ? toRaw(value, property.type) : value;
    },
    write(value) {
      runtime(`set ${original.key}`)(...on(), ...indexes, isSlot ? toBoxed(value, property.type) : value);
    },
  };
}
