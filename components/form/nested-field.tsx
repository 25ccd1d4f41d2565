"use client";

import { type ComponentType, createContext, useContext } from "react";
import type { WidgetProps } from "./form-view";

// Groups and lists draw their members as fields, and fields draw groups and lists: the context ties the knot, so that
// no file needs one that needs it.
const FieldKind = createContext<ComponentType<WidgetProps> | null>(null);

/** Says what draws a field for all groups and lists inside. */
export const FieldKindProvider = FieldKind.Provider;

/** A member of a group or an item of a list, drawn as any field is. */
export function NestedField(props: WidgetProps) {
  const View = useContext(FieldKind);
  if (View === null) throw new Error("A field stands outside of a form.");
  return <View {...props} />;
}
