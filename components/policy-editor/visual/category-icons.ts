import {
  ArrowRightLeft,
  Bot,
  Cable,
  CircleHelp,
  Database,
  FileCheck,
  Gauge,
  GitBranch,
  Globe,
  KeyRound,
  Layers,
  type LucideIcon,
  PencilLine,
  Puzzle,
  Route,
  ScrollText,
  Share2,
  Split,
} from "lucide-react";
import type { PolicyCategory } from "@/policy/catalog/define";
import type { Card } from "./drawing";

export const categoryIcons: Readonly<Record<PolicyCategory, LucideIcon>> = {
  ai: Bot,
  authentication: KeyRound,
  caching: Database,
  "content-validation": FileCheck,
  control: GitBranch,
  "cross-domain": Globe,
  dapr: Cable,
  graphql: Share2,
  integration: ArrowRightLeft,
  logging: ScrollText,
  "rate-limiting": Gauge,
  routing: Route,
  transformation: PencilLine,
};

export type CardIcon = PolicyCategory | "base" | "fragment" | "branch" | "unknown";

export const cardIcons: Readonly<Record<CardIcon, LucideIcon>> = {
  ...categoryIcons,
  base: Layers,
  fragment: Puzzle,
  branch: Split,
  unknown: CircleHelp,
};

export const iconOf = ({ role, category }: Card): CardIcon => (role === "policy" ? (category ?? "unknown") : role);
