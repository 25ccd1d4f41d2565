import { expect, test } from "vitest";
import { mergeMetrics } from "./merge-metrics";

test("counts and histograms are added up; where a sum says nothing the largest stands", () => {
  const one = `# HELP a_total Requests, by "status".
# TYPE a_total counter
a_total{status="200"} 2
a_total{status="404"} 1
# HELP lag Seconds.
# TYPE lag histogram
lag_bucket{le="+Inf"} 3
lag_sum 0.5
# HELP node_info Version.
# TYPE node_info gauge
node_info{version="v20"} 1
# HELP gatehouse_revision The revision in use.
# TYPE gatehouse_revision gauge
gatehouse_revision 7`;
  const two = `# HELP a_total Requests, by "status".
# TYPE a_total counter
a_total{status="200"} 5
# HELP lag Seconds.
# TYPE lag histogram
lag_bucket{le="+Inf"} 1
lag_sum 0.25
# HELP node_info Version.
# TYPE node_info gauge
node_info{version="v20"} 1
# HELP gatehouse_revision The revision in use.
# TYPE gatehouse_revision gauge
gatehouse_revision 8
# HELP only Here.
# TYPE only gauge
only{text="a } b"} NaN
`;
  expect(mergeMetrics([one, "", two])).toBe(`# HELP a_total Requests, by "status".
# TYPE a_total counter
a_total{status="200"} 7
a_total{status="404"} 1
# HELP lag Seconds.
# TYPE lag histogram
lag_bucket{le="+Inf"} 4
lag_sum 0.75
# HELP node_info Version.
# TYPE node_info gauge
node_info{version="v20"} 1
# HELP gatehouse_revision The revision in use.
# TYPE gatehouse_revision gauge
gatehouse_revision 8
# HELP only Here.
# TYPE only gauge
only{text="a } b"} NaN
`);
});
