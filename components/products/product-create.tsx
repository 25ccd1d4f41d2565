"use client";

import { CreatePage } from "../resources/create-page";
import { productView } from "./product-view";

export const ProductCreate = () => <CreatePage view={productView} />;
