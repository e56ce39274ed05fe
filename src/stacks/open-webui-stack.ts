import { CfnOutput, DefaultStackSynthesizer, Fn, Stack, Token } from 'aws-cdk-lib';
import type { Environment } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import { OpenWebUi } from '../constructs/open-webui';
import { pascalCase } from '../constructs/secrets';
import type { Deployment } from '../model';
import { awsOf } from '../model/deployment';

/** Props of {@link OpenWebUiStack}. */
export interface OpenWebUiStackProps {
  /** What is deployed; it needs a section `aws`. */
  readonly deployment: Deployment;
  /**
   * Certificate of the load balancer, in its region.
   *
   * @default - `aws.certificateArn` of the deployment; one of the two must be given
   */
  readonly certificate?: ICertificate;
  /**
   * Account and region. What is given here must agree with the deployment.
   *
   * @default - `aws.account` and `aws.region` of the deployment
   */
  readonly env?: Environment;
}

/** One tenant: a hardened Open WebUI with everything that it needs, in a stack that is named as the tenant. */
export class OpenWebUiStack extends Stack {
  /** The deployment itself, with its parts. */
  public readonly openWebUi: OpenWebUi;

  public constructor(scope: Construct, id: string, props: OpenWebUiStackProps) {
    const { deployment, certificate, env } = props;
    super(scope, id, {
      stackName: deployment.name,
      description: `Open WebUI ${deployment.image.tag} at ${deployment.host}, hardened`,
      env: environmentOf(deployment, env),
      terminationProtection: true,
      tags: { tenant: deployment.name },
      analyticsReporting: false,
      // There are no assets, so the template asks nothing of a bootstrap stack.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    });
    this.openWebUi = new OpenWebUi(this, 'OpenWebUi', { deployment, certificate });
    this.outputs();
  }

  /** Two zones, chosen where the stack is deployed: names of zones would take a look-up in the account. */
  public override get availabilityZones(): string[] {
    return [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
  }

  private outputs(): void {
    const { url, loadBalancer, secrets } = this.openWebUi;
    new CfnOutput(this, 'Url', { value: url, description: 'Where people find Open WebUI' });
    new CfnOutput(this, 'LoadBalancerDnsName', {
      value: loadBalancer.dnsName,
      description: 'What the name in DNS must point at',
    });
    for (const role of secrets.toFillIn) {
      new CfnOutput(this, `SecretToFillIn${pascalCase(role)}`, {
        value: secrets.of(role).secretArn,
        description: `Holds a random value until you put the ${role}`,
      });
    }
  }
}

function environmentOf(deployment: Deployment, env: Environment = {}): Environment {
  const { account, region } = awsOf(deployment);
  return { account: agreed('account', account, env.account), region: agreed('region', region, env.region) };
}

function agreed(key: 'account' | 'region', own: string | undefined, given: string | undefined): string | undefined {
  if (own !== undefined && given !== undefined && !Token.isUnresolved(given) && own !== given) {
    throw new Error(`env.${key}: expected "${own}" as in aws.${key}, got "${given}"; leave one of the two out`);
  }
  return own ?? given;
}
