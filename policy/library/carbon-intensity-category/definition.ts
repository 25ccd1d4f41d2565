import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  public enum CarbonIntensityCategory { NotAvailable, Low, Medium, High, VeryHigh }
`);
