import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  public interface ISustainabilityInfo {
    CarbonIntensityCategory CurrentCarbonIntensity { get; }
  }
`);
