import {
  Activity,
  Boxes,
  FileBadge,
  FileCode2,
  GitFork,
  House,
  KeyRound,
  type LucideIcon,
  Package,
  RadioTower,
  Send,
  Settings,
  SquareFunction,
  Waypoints,
} from "lucide-react";
import type { Messages } from "use-intl";

export interface NavigationItem {
  id: keyof Messages["navigation"]["items"];
  href: string;
  icon: LucideIcon;
  shortcut: string;
}

/** What is configured, then what happens. */
export const navigationGroups: readonly (readonly NavigationItem[])[] = [
  [
    { id: "overview", href: "/", icon: House, shortcut: "g o" },
    { id: "apis", href: "/apis", icon: Waypoints, shortcut: "g a" },
    { id: "backends", href: "/backends", icon: Boxes, shortcut: "g b" },
    { id: "named-values", href: "/named-values", icon: SquareFunction, shortcut: "g n" },
    { id: "certificates", href: "/certificates", icon: FileBadge, shortcut: "g c" },
    { id: "products", href: "/products", icon: Package, shortcut: "g p" },
    { id: "subscriptions", href: "/api-subscriptions", icon: KeyRound, shortcut: "g s" },
    { id: "policy", href: "/policy", icon: FileCode2, shortcut: "g y" },
    { id: "policy-fragments", href: "/policy-fragments", icon: GitFork, shortcut: "g f" },
  ],
  [
    { id: "console", href: "/console", icon: Send, shortcut: "g t" },
    { id: "activity", href: "/activity", icon: Activity, shortcut: "g l" },
    { id: "gateways", href: "/gateways", icon: RadioTower, shortcut: "g w" },
    { id: "settings", href: "/settings", icon: Settings, shortcut: "g ," },
  ],
];

export const navigationItems: readonly NavigationItem[] = navigationGroups.flat();
