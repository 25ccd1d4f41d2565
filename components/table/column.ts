import type { ReactNode } from "react";

export interface Column<T> {
  id: string;
  label: string;
  /** A grid track: "minmax(160px, 2fr)". */
  width: string;
  /** The member that $orderby names; without one it cannot be sorted by. */
  sort?: string;
  /** Numbers stand at the end, so that their digits line up. */
  numeric?: boolean;
  /** Where it stands in the two-line row of a phone: in the second line, nowhere, or beside both lines. */
  phone?: "detail" | "hidden" | "beside";
  render(row: T): ReactNode;
}

export interface Sort {
  member: string;
  descending: boolean;
}
