"use client";

import { ResourceList } from "../resources/resource-list";
import { productView } from "./product-view";

export const ProductList = () => <ResourceList view={productView} />;
