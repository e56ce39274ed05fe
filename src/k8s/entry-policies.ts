import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { edge } from '../model';
import type { Deployment, Edge, RateLimit } from '../model';
import { kubernetesOf } from '../model/deployment';
import { everyAddress } from '../model/flows';
import { anyMethod, conditions, otherSpelling } from '../model/routes';
import type { Route } from '../model/routes';
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
 * Envoy Gateway compares the path with its query, so that `/signin?x` would pass by `/signin`. v1.9.0:
 * internal/xds/translator/authorization.go and local_ratelimit.go
 */
const query = String.raw`(?:\?.*)?`;

/** Longest path that its policies take. */
const longest = 1024 - query.length;

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
function rateRules({ routes, perMinute }: RateLimit): object[] {
  const counted = routes.length > 0 ? operations(routes) : [{}];
  return counted.flatMap(({ path, methods }: Partial<Operation>) =>
    everyAddress.map((value) => ({
      clientSelectors: [
        { path, methods: methods?.map((method) => ({ value: method })), sourceCIDR: { type: 'Distinct', value } },
      ],
      limit: { requests: perMinute, unit: 'Minute' },
    })),
  );
}

interface Operation {
  readonly methods?: readonly string[];
  readonly path: { readonly type: 'RegularExpression'; readonly value: string };
}

const matching = (value: string): Operation['path'] => ({ type: 'RegularExpression', value });

/** Requests to the routes. */
function operations(routes: readonly Route[]): readonly Operation[] {
  return conditions(routes, longest).map(({ method, pattern }) => ({
    methods: method === undefined ? undefined : [method],
    path: matching(`${pattern}${query}`),
  }));
}

type Action = 'Allow' | 'Deny';

const rule = (name: string, action: Action, clientCIDRs: readonly string[], operation?: Operation): object => ({
  name,
  action,
  principal: { clientCIDRs },
  operation,
});

function rulesOn(routes: readonly Route[], name: string, action: Action, clientCIDRs: readonly string[]): object[] {
  return operations(routes).map((operation, index) => rule(`${name}-${index + 1}`, action, clientCIDRs, operation));
}

/** Rules of which the first that matches decides. What none matches is refused. */
function accessRules(demanded: Edge): object[] {
  const { allowedCidrs = everyAddress, adminCidrs, blockedPaths } = demanded;
  const admins = intersect(adminCidrs, allowedCidrs);
  const blocked = blockedPaths.map(({ path }) => anyMethod(path));
  return [
    rule('spelling', 'Deny', everyAddress, { path: matching(`[^?]*(?:${otherSpelling}).*`) }),
    ...rulesOn(blocked, 'blocked', 'Deny', everyAddress),
    ...rulesOn(demanded.configurationRoutes, 'configuration', 'Deny', everyAddress),
    ...(admins.length > 0 ? [rule('administrators', 'Allow', admins)] : []),
    ...(adminCidrs.length > 0
      ? [
          ...rulesOn(demanded.ordinaryRoutes, 'ordinary', 'Allow', allowedCidrs),
          ...rulesOn(demanded.adminRoutes, 'nobody-else-administers', 'Deny', everyAddress),
        ]
      : []),
    rule('clients', 'Allow', allowedCidrs),
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
