"use client";

import { CreatePage } from "../resources/create-page";
import { policyFragmentView } from "./policy-fragment-view";

export const PolicyFragmentCreate = () => <CreatePage view={policyFragmentView} />;
