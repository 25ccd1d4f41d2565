import { CertificatePage } from "@/components/certificates/certificate-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("certificates", (await params).name);

export default async function Page({ params }: Props) {
  return <CertificatePage name={decodeURIComponent((await params).name)} tab="settings" />;
}
