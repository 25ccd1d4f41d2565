import { CertificateCreate } from "@/components/certificates/certificate-create";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("certificates");

export default function Page() {
  return <CertificateCreate />;
}
