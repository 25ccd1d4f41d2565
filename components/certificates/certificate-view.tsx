import { FileBadge } from "lucide-react";
import type { KindView } from "../resources/kind-view";
import { CertificateExpiry } from "./certificate-expiry";

export const certificateView: KindView = {
  texts: "certificates",
  section: "certificates",
  icon: FileBadge,
  collection: "/certificates",
  href: "/certificates",
  titleOf: ({ name }) => name,
  search: ["subject", "thumbprint"],
  columns: [
    { id: "name", width: "minmax(160px, 2fr)", sort: "name", render: ({ name }) => name },
    {
      id: "subject",
      width: "minmax(200px, 3fr)",
      sort: "subject",
      render: ({ properties }) => String(properties.subject ?? ""),
    },
    {
      id: "expirationDate",
      width: "minmax(180px, 2fr)",
      sort: "expirationDate",
      render: ({ properties }) => <CertificateExpiry at={properties.expirationDate} />,
    },
    {
      id: "thumbprint",
      width: "minmax(200px, 2fr)",
      phone: "hidden",
      render: ({ properties }) => <code className="text-xs">{String(properties.thumbprint ?? "")}</code>,
    },
  ],
  form: async () => (await import("./certificate-form")).certificateForm,
};
