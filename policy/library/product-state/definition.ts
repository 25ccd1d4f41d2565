import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  public enum ProductState { NotPublished, Published }
`);
