import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { signals } from '../model';
import type { Deployment, Signal } from '../model';

/** Props of {@link LogMetrics}. */
export interface LogMetricsProps {
  /** Deployment whose log is watched. */
  readonly deployment: Deployment;
  /** Log of the application's tasks. */
  readonly logGroup: logs.ILogGroup;
}

/** Counts what the model watches in the application's log, as metrics of the namespace `OpenWebUI/<name>`. */
export class LogMetrics extends Construct {
  public constructor(scope: Construct, id: string, { deployment, logGroup }: LogMetricsProps) {
    super(scope, id);
    for (const signal of signals) {
      new logs.MetricFilter(this, signal.id.charAt(0).toUpperCase() + signal.id.slice(1), {
        logGroup,
        filterPattern: logs.FilterPattern.literal(filterPattern(signal)),
        metricNamespace: `OpenWebUI/${deployment.name}`,
        metricName: signal.id,
        metricValue: '1',
        defaultValue: 0,
      });
    }
  }
}

/** CloudWatch's regular expressions know no groups, so each path and status is a term of its own. */
function filterPattern({ method, paths, statuses }: Signal): string {
  const terms = paths.flatMap((path) => statuses.map((status) => `$.msg = %${method} ${path} HTTP/.* ${status}%`));
  return `{ ${terms.map((term) => `(${term})`).join(' || ')} }`;
}
