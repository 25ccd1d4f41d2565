import { ConnectGateway } from "@/components/gateways/connect-gateway";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("gateways");

export default function Page() {
  return <ConnectGateway />;
}
