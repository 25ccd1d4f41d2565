"use client";

import { ResourceList } from "../resources/resource-list";
import { certificateView } from "./certificate-view";

export const CertificateList = () => <ResourceList view={certificateView} />;
