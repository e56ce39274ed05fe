import { App } from 'aws-cdk-lib';
import type { AppProps } from 'aws-cdk-lib';
import { formatLocated, readFleet } from '../fleet-file';
import { findings } from '../model';
import type { Deployment } from '../model';
import { OpenWebUiStack } from './open-webui-stack';

/**
 * Context that no caller changes, so that `cdk` and `owui synth` write the same bytes: the flags that matter to our
 * templates, and no paths of the construct tree or of this machine in them.
 */
const fixedContext = {
  '@aws-cdk/aws-ecs:removeDefaultDeploymentAlarm': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
  'aws:cdk:disable-creation-stack-traces': true,
  'aws:cdk:enable-asset-metadata': false,
  'aws:cdk:enable-path-metadata': false,
} as const;

/** One stack a deployment, named as its tenant. Deployments that are not made for AWS have none. */
export function fleetApp(deployments: readonly Deployment[], props: AppProps = {}): App {
  const app = new App({ analyticsReporting: false, treeMetadata: false, postCliContext: fixedContext, ...props });
  for (const deployment of deployments) {
    if (deployment.aws) new OpenWebUiStack(app, deployment.name, { deployment });
  }
  return app;
}

/** What `cdk.json` runs: the stacks of the fleet file that the context `fleet` names. */
function main(): void {
  const file = (new App({ autoSynth: false }).node.tryGetContext('fleet') as string | undefined) ?? 'fleet.yaml';
  const fleet = readFleet(file);
  const errors = fleet.deployments.flatMap((deployment) =>
    findings(deployment)
      .open.filter(({ severity }) => severity === 'error')
      .map((finding) => fleet.locate(deployment.name, finding, finding.severity)),
  );
  const stopping = fleet.problems.length > 0 ? fleet.problems : errors;
  if (stopping.length > 0) {
    process.stderr.write(stopping.map((located) => `${formatLocated(located)}\n`).join(''));
    process.exitCode = 1;
    return;
  }
  fleetApp(fleet.deployments).synth();
}

if (require.main === module) main();
