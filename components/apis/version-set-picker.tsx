"use client";

import type { WidgetProps } from "../form/form-view";
import { ReferenceField } from "../form/reference-field";

export const VersionSetPicker = (props: WidgetProps) => (
  <ReferenceField {...props} collection="/apiVersionSets" members={["name", "displayName"]} />
);
