import { PeopleList } from "@/components/people/people-list";
import { pageTitle } from "@/components/text/page-title";
import { env } from "@/lib/env";

export const generateMetadata = () => pageTitle("settings");

export default function Page() {
  const { GATEHOUSE_OIDC_ISSUER, GATEHOUSE_OIDC_NAME } = env();
  return <PeopleList provider={GATEHOUSE_OIDC_ISSUER === undefined ? null : GATEHOUSE_OIDC_NAME} />;
}
