/** The ARM id of the one service that an installation runs; scripts outside the project rely on it. */
export const serviceId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/gatehouse/providers/Microsoft.ApiManagement/service/gatehouse";
