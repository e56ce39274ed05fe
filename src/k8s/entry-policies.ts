import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { edge } from '../model';
import type { Deployment, Edge, RateLimit } from '../model';
import { kubernetesOf } from '../model/deployment';
import { everyAddress } from '../model/flows';
import { intersect } from './cidrs';
import { appName, sections } from './names';

/** Props of {@link EntryPolicies}. */
export interface EntryPoliciesProps {
  /** Deployment whose entry the policies guard. */
  readonly deployment: Deployment;
}

/** What TLS 1.2 may use: forward secrecy and authenticated encryption. TLS 1.3 has nothing else. */
const ciphers = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
];

/**
 * Letters, digits and `-._~` in percent-encoding. The application decodes them, so `/re%61dy` would be another spelling of
 * a path that the rules and limits name. No browser sends them.
 */
const needlessEncoding = '[^?]*%(?:2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee]).*';

/**
 * Bytes below a space, and DEL. The application matches routes with a `$` that overlooks a final newline, so `/ready%0A`
 * would be one more spelling. No browser has a use for them in a path.
 */
const controlByte = '[^?]*%(?:[01][0-9A-Fa-f]|7[Ff]).*';

const quote = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const anyOf = (paths: readonly string[]): string => `(?:${paths.map(quote).join('|')})`;

/**
 * Envoy Gateway compares the path with its query, so that `/signin?x` would pass by an exact `/signin`.
 * v1.9.0: internal/xds/translator/local_ratelimit.go
 */
const exactly = (paths: readonly string[]): string => `${anyOf(paths)}(?:\\?.*)?`;

function clientAddress(deployment: Deployment): object {
  const { clientAddress: source } = kubernetesOf(deployment).entry;
  switch (source.kind) {
    case 'direct':
      return { directSourceIP: {} };
    case 'trustedProxies':
      return { xForwardedFor: { trustedCIDRs: source.cidrs } };
    default:
      return source satisfies never;
  }
}

/** One rule an address family: the buckets of both are apart, as their clients are. */
function rateRules({ paths, methods, perMinute }: RateLimit): object[] {
  return everyAddress.map((value) => ({
    clientSelectors: [
      {
        ...(paths.length > 0 && { path: { type: 'RegularExpression', value: exactly(paths) } }),
        ...(methods.length > 0 && { methods: methods.map((method) => ({ value: method })) }),
        sourceCIDR: { type: 'Distinct', value },
      },
    ],
    limit: { requests: perMinute, unit: 'Minute' },
  }));
}

type Operation = Readonly<{ path: { type: 'Exact' | 'RegularExpression'; value: string } }>;

function accessRule(
  name: string,
  action: 'Allow' | 'Deny',
  clientCIDRs: readonly string[],
  operation?: Operation,
): object {
  return { name, action, principal: { clientCIDRs }, operation };
}

/** Rules of which the first that matches decides. What none matches is refused. */
function accessRules({ allowedCidrs = everyAddress, adminCidrs, adminPaths, blockedPaths }: Edge): object[] {
  const matching = (value: string): Operation => ({ path: { type: 'RegularExpression', value } });
  const admin = matching(`${anyOf(adminPaths)}.*`);
  const admins = intersect(adminCidrs, allowedCidrs);
  return [
    accessRule('needless-encoding', 'Deny', everyAddress, matching(needlessEncoding)),
    accessRule('control-byte', 'Deny', everyAddress, matching(controlByte)),
    ...blockedPaths.map(({ path }) =>
      accessRule(`blocked${path.replaceAll(/[/.]/g, '-')}`, 'Deny', everyAddress, {
        path: { type: 'Exact', value: path },
      }),
    ),
    ...(admins.length > 0 ? [accessRule('administrators', 'Allow', admins, admin)] : []),
    ...(adminCidrs.length > 0 ? [accessRule('nobody-else-administers', 'Deny', everyAddress, admin)] : []),
    accessRule('clients', 'Allow', allowedCidrs),
  ];
}

/** What Envoy Gateway enforces on a tenant’s HTTPS listener. On port 80 there is only the redirect. */
export class EntryPolicies extends Construct {
  public constructor(scope: Construct, id: string, props: EntryPoliciesProps) {
    super(scope, id);
    const { deployment } = props;
    const demanded = edge(deployment);
    this.policy('ClientTrafficPolicy', {
      tls: { minVersion: demanded.minimumTls, ciphers },
      clientIPDetection: clientAddress(deployment),
      path: { escapedSlashesAction: 'RejectRequest' },
      timeout: { http: { requestHeadersReceivedTimeout: '10s' } },
      headers: {
        earlyRequestHeaders: { remove: demanded.identityHeaders },
        // Late, so that Envoy’s own refusals carry them as well.
        lateResponseHeaders: {
          set: demanded.headers.map(({ name, value }) => ({ name, value })),
          remove: ['Server'],
        },
      },
    });
    this.policy('BackendTrafficPolicy', {
      rateLimit: { local: { rules: demanded.limits.flatMap(rateRules) } },
      timeout: { http: { streamIdleTimeout: `${demanded.streamTimeoutSeconds}s` } },
    });
    this.policy('SecurityPolicy', {
      authorization: { defaultAction: 'Deny', rules: accessRules(demanded) },
    });
  }

  /**
   * A policy of the HTTPS section alone: a ClientTrafficPolicy is refused where plain listeners of several tenants share
   * a port. v1.9.0: internal/gatewayapi/clienttrafficpolicy.go, validatePortOverlapForClientTrafficPolicy
   */
  private policy(kind: string, spec: object): void {
    new ApiObject(this, kind, {
      apiVersion: 'gateway.envoyproxy.io/v1alpha1',
      kind,
      metadata: { name: appName },
      spec: {
        targetRefs: [
          { group: 'gateway.networking.k8s.io', kind: 'ListenerSet', name: appName, sectionName: sections.https },
        ],
        ...spec,
      },
    });
  }
}
