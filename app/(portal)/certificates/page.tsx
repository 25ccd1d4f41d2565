import { CertificateList } from "@/components/certificates/certificate-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("certificates");

export default function Page() {
  return <CertificateList />;
}
