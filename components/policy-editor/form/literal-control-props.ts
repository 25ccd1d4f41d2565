import type { FieldIds } from "../../ui/field";
import type { FormField } from "./describe-form";
import type { Help } from "./use-help";

/** What the control of a literal value is given. */
export interface LiteralControlProps {
  field: FormField;
  name: string;
  help?: Help;
  marks: FieldIds;
  /** As it is shown, which while somebody types may be more than what is written. */
  value: string;
  onType(value: string): void;
  /** Sets it as a whole; null takes it away. */
  onChoose(value: string | null): void;
  onFocus(): void;
  onBlur(): void;
}
