import { structDefaults } from "@/policy/kits/object/struct-defaults";

/**
 * What runs a member, called with raw or boxed values as its *declared* types say (values/boxed.ts):
 * (receiver unless static, then the type arguments, then the arguments). Type arguments are Type objects: those of the
 * method; for constructors and static members of a generic type, those of the type. A receiver is never null. An out or
 * ref parameter is a Ref, a params parameter an array. A setter's last argument is the value.
 */
// biome-ignore lint/suspicious/noExplicitAny: each runtime says its own parameter types; the declaration is what checks calls
export type MemberRuntime = (...args: any[]) => unknown;

export interface TypeRuntime {
  /** "System.TimeSpan" */
  readonly typeName: string;
  readonly members: Readonly<Record<string, MemberRuntime>>;
  /** Of a struct that is an object here: what default(T) is, or makes it of T's type arguments. */
  readonly defaultValue?: unknown;
}

/** A static field or property is a function without parameters. */
export const implementType = (
  typeName: string,
  members: Readonly<Record<string, MemberRuntime>>,
  more: { defaultValue?: unknown } = {},
): TypeRuntime => {
  if (more.defaultValue !== undefined) structDefaults.set(typeName, more.defaultValue);
  return { typeName, members, ...more };
};
