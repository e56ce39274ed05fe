import { ArnFormat, Aws, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as waf from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { edge } from '../model';
import type { Deployment } from '../model';
import type { LoadBalancer } from './load-balancer';
import { affordable } from './web-acl-capacity';
import { webAclRules } from './web-acl-rules';

/** Props of {@link WebAcl}. */
export interface WebAclProps {
  /** Deployment whose entry is guarded. */
  readonly deployment: Deployment;
  /** Load balancer whose requests are filtered. */
  readonly loadBalancer: LoadBalancer;
  /** Key that encrypts the log. */
  readonly encryptionKey: IKey;
}

/** The web firewall before the load balancer. */
export class WebAcl extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: WebAclProps,
  ) {
    super(scope, id);
    const demanded = edge(props.deployment);
    const acl = new waf.CfnWebACL(this, 'Acl', {
      description: `Open WebUI ${props.deployment.name}`,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules: affordable(webAclRules(demanded, this.ipSets(demanded.adminCidrs))),
      visibilityConfig: { metricName: 'OpenWebUi', cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false },
    });
    new waf.CfnWebACLAssociation(this, 'Association', {
      resourceArn: props.loadBalancer.arn,
      webAclArn: acl.attrArn,
    });
    this.logging(acl);
  }

  /** One set a family of addresses. */
  private ipSets(cidrs: readonly string[]): readonly string[] {
    const [v4, v6] = [cidrs.filter((cidr) => !cidr.includes(':')), cidrs.filter((cidr) => cidr.includes(':'))];
    const set = (id: string, ipAddressVersion: string, addresses: string[]) =>
      new waf.CfnIPSet(this, id, { scope: 'REGIONAL', ipAddressVersion, addresses }).attrArn;
    return [
      ...(v4.length > 0 ? [set('AdminsV4', 'IPV4', v4)] : []),
      ...(v6.length > 0 ? [set('AdminsV6', 'IPV6', v6)] : []),
    ];
  }

  /**
   * WAF writes the resource policy of the group by itself; one of ours for each deployment would meet the quota of ten in
   * an account and region. The name is unique to the stack, because the group outlives it.
   */
  private logging(acl: waf.CfnWebACL): void {
    const { deployment, encryptionKey } = this.props;
    const unique = Fn.select(4, Fn.split('-', Fn.select(2, Fn.split('/', Aws.STACK_ID))));
    const logGroupName = `aws-waf-logs-${deployment.name}-${unique}`;
    const logGroup = new logs.LogGroup(this, 'Logs', {
      logGroupName,
      encryptionKey,
      retention: logs.RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const arn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroup.logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    new waf.CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [arn],
      redactedFields: ['authorization', 'cookie'].map((name) => ({ singleHeader: { Name: name } })),
    });
  }
}
