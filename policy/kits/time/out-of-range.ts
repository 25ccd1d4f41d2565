import { NetException } from "@/policy/expression/values/net-exception";

/** An ArgumentOutOfRangeException that names no parameter. */
export const outOfRange = (message: string) => new NetException("System.ArgumentOutOfRangeException", message);
