import { AuditTrail } from "@/components/people/audit-trail";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("settings");

export default function Page() {
  return <AuditTrail />;
}
