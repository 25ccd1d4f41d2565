import { NodeList } from "@/components/gateways/node-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("gateways");

export default function Page() {
  return <NodeList />;
}
