"use client";

import type { WidgetProps } from "../form/form-view";
import { ReferenceField } from "../form/reference-field";

/** A pool's members are single backends: a pool cannot hold a pool. */
export const BackendPicker = (props: WidgetProps) => (
  <ReferenceField {...props} collection="/backends" members={["name"]} where="type ne 'Pool'" />
);
