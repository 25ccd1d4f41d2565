import { GitFork } from "lucide-react";
import type { KindView } from "../resources/kind-view";

export const policyFragmentView: KindView = {
  texts: "policyFragments",
  section: "policy-fragments",
  icon: GitFork,
  collection: "/policyFragments",
  href: "/policy-fragments",
  titleOf: ({ name }) => name,
  search: ["description"],
  columns: [
    { id: "name", width: "minmax(180px, 1fr)", sort: "name", render: ({ name }) => name },
    {
      id: "description",
      width: "minmax(220px, 3fr)",
      sort: "description",
      render: ({ properties }) => String(properties.description ?? ""),
    },
  ],
  tabs: [{ id: "policy", href: "/policy" }],
  form: async () => (await import("./policy-fragment-form")).policyFragmentForm,
};
