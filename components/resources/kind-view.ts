import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Resource } from "../data/resource";
import type { FormView } from "../form/form-view";
import type { NavigationItem } from "../shell/navigation-items";

/** How the pages show one kind of resource. What the definition says already is not said again. */
export interface KindView {
  /** Its texts stand under kinds.<texts>. */
  texts: string;
  section: NavigationItem["id"];
  icon: LucideIcon;
  /** Below the service: "/backends", "/apis/orders/operations". */
  collection: string;
  /** Where its list is in the portal. */
  href: string;
  /** Where one is; `${href}/${name}` unless it says otherwise. */
  trail?: readonly { text: string; href: string }[];
  titleOf(resource: Resource): string;
  /** Members that the filter looks in, beyond the name. */
  search: readonly string[];
  columns: readonly ResourceColumn[];
  /** Choices that narrow the list. */
  facets?: readonly { member: string; values: readonly string[]; filter?(value: string): string }[];
  /** What is never shown in the list, as $filter. */
  where?: string;
  /** Fetched when it is first needed: the schema and all its fields are much code. */
  form(): Promise<FormView>;
  /** The member that an id is proposed from; without one the id is typed. */
  nameFrom?: string;
  /** Tabs between Overview and Settings. */
  tabs?: readonly { id: string; href: string }[];
  /** What the portal cannot delete: the built-in subscription. */
  permanent?(name: string): boolean;
  /** Deleting cannot be undone as a whole, so the name is asked for. */
  irreversible?: boolean;
}

export interface ResourceColumn {
  id: string;
  width: string;
  sort?: string;
  numeric?: boolean;
  phone?: "detail" | "hidden";
  render(resource: Resource): ReactNode;
}

/** The tabs that show what a draft holds, when one is worked in. */
const drafted: ReadonlySet<string> = new Set(["settings", "policy", "operations", "apis"]);
export const isDrafted = (tab: string): boolean => drafted.has(tab);

export const hrefOf = (view: KindView, name: string): string => `${view.href}/${encodeURIComponent(name)}`;
export const pathOf = (view: KindView, name: string): string => `${view.collection}/${name}`;
