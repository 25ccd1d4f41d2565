"use client";

import type { WidgetProps } from "../form/form-view";
import { ReferenceField } from "../form/reference-field";

export const CertificatePicker = (props: WidgetProps) => (
  <ReferenceField {...props} collection="/certificates" members={["name"]} />
);
