import type { k8s } from 'cdk8s-plus-28';

/** A type as it is written: complete, and with plain text and numbers. */
type Written<T> = T extends k8s.IntOrString | k8s.Quantity
  ? string | number
  : T extends readonly (infer Item)[]
    ? Written<Item>[]
    : T extends object
      ? { [Key in keyof T]-?: Written<NonNullable<T[Key]>> }
      : T;

type Of<Spec> = Readonly<{ metadata: Readonly<{ annotations: unknown; labels: unknown }>; spec: Spec }>;

interface Named {
  readonly name: string;
}

interface Path {
  readonly type: string;
  readonly value: string;
}

/** Rule of a SecurityPolicy. */
export interface AccessRule extends Named {
  readonly action: 'Allow' | 'Deny';
  readonly operation?: { readonly methods?: readonly string[]; readonly path: Path };
  readonly principal: { readonly clientCIDRs: readonly string[] };
}

/** Rule of a BackendTrafficPolicy. */
export interface RateRule {
  readonly clientSelectors: readonly [Readonly<{ methods?: { value: string }[]; path?: Path; sourceCIDR: unknown }>];
  readonly limit: { readonly requests: number; readonly unit: string };
}

interface Http<Timeouts> {
  readonly timeout: { readonly http: Timeouts };
}

interface ClientTrafficPolicy extends Http<unknown> {
  readonly clientIPDetection: unknown;
  readonly headers: {
    readonly earlyRequestHeaders: { readonly remove: readonly string[] };
    readonly lateResponseHeaders: { readonly set: readonly unknown[]; readonly remove: readonly string[] };
  };
  readonly path: unknown;
  readonly tls: { readonly minVersion: string; readonly ciphers: readonly string[] };
}

interface BackendTrafficPolicy extends Http<{ readonly streamIdleTimeout: string }> {
  readonly rateLimit: { readonly local: { readonly rules: readonly RateRule[] } };
}

interface Policy {
  readonly targetRefs: readonly unknown[];
}

interface HttpRoute {
  readonly hostnames: readonly string[];
  readonly parentRefs: readonly Readonly<{ sectionName: string }>[];
  readonly rules: readonly [Readonly<{ timeouts: unknown }>];
}

interface ListenerSet {
  readonly parentRef: Named & { readonly namespace: string };
  readonly listeners: readonly [Readonly<{ tls: { certificateRefs: unknown } }>, unknown];
}

/** Objects that the tests read, by kind. */
export interface Kinds {
  readonly BackendTrafficPolicy: Of<BackendTrafficPolicy & Policy>;
  readonly ClientTrafficPolicy: Of<ClientTrafficPolicy & Policy>;
  readonly ConfigMap: Written<k8s.KubeConfigMapProps>;
  readonly Deployment: Written<k8s.KubeDeploymentProps>;
  readonly ExternalSecret: Of<{ readonly data: readonly Readonly<{ secretKey: string }>[] }>;
  readonly GatewayClass: Of<unknown>;
  readonly HTTPRoute: Of<HttpRoute>;
  readonly HorizontalPodAutoscaler: Written<k8s.KubeHorizontalPodAutoscalerV2Props>;
  readonly ListenerSet: Of<ListenerSet>;
  readonly Namespace: Of<unknown>;
  readonly NetworkPolicy: Written<k8s.KubeNetworkPolicyProps>;
  readonly Password: Of<unknown>;
  readonly PodDisruptionBudget: Written<k8s.KubePodDisruptionBudgetProps>;
  readonly PushSecret: Of<unknown>;
  readonly SecurityPolicy: Of<
    Policy & { readonly authorization: Readonly<{ defaultAction: 'Allow' | 'Deny'; rules: readonly AccessRule[] }> }
  >;
  readonly Service: Written<k8s.KubeServiceProps>;
  readonly ServiceAccount: Written<k8s.KubeServiceAccountProps>;
}

/** Pod of a replica. */
export type Pod = Kinds['Deployment']['spec']['template']['spec'];

/** Variable of a container: of all that is in it, either a value or a reference. */
export interface Variable extends Named {
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef?: Named & { readonly key: string } };
}

/** One of its containers. */
export type Container = Omit<Pod['containers'][number], 'env'> & { readonly env: readonly Variable[] };
