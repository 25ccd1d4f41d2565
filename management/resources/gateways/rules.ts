import type { Rules } from "../behaviour";
import { isPointer } from "../secret-fields";
import { generateGatewayKey } from "./token";

export const rules: Rules = {
  write({ id, properties, refuse }) {
    if (id === "/gateways/managed") refuse("name", "The id 'managed' stands for the built-in gateway. Choose another.");
    for (const field of ["primaryKey", "secondaryKey"]) {
      const key = properties[field];
      if (typeof key !== "string" && !isPointer(key)) properties[field] = generateGatewayKey();
    }
  },
};
