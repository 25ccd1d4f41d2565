"use client";

import { CreatePage } from "../resources/create-page";
import { certificateView } from "./certificate-view";

export const CertificateCreate = () => <CreatePage view={certificateView} />;
