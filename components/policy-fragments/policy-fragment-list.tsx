"use client";

import { ResourceList } from "../resources/resource-list";
import { policyFragmentView } from "./policy-fragment-view";

export const PolicyFragmentList = () => <ResourceList view={policyFragmentView} />;
