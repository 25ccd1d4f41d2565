import { charge } from "@/policy/expression/values/budget";

/** {value,10} and {value,-10} */
export function aligned(text: string, width: number): string {
  charge(2 * Math.abs(width));
  return width < 0 ? text.padEnd(-width) : text.padStart(width);
}
