import { rule } from './rule';
import type { Rule } from './rule';

/** Namespaces that are not a tenant’s to have. */
const reserved = ['argocd', 'cert-manager', 'default', 'envoy-gateway-system', 'external-secrets', 'flux-system'];

/** Rules on the section `kubernetes`. */
export const kubernetesRules: readonly Rule[] = [
  rule({
    code: 'ReservedNamespace',
    severity: 'problem',
    path: ['kubernetes', 'namespace'],
    reason: 'A tenant’s namespace is closed and restricted, and its quota and policies are its own.',
    fix: 'give the tenant a namespace of its own',
    source: 'facts/kubernetes.md §4',
    check: ({ kubernetes }) => {
      if (!kubernetes) return undefined;
      const { namespace, entry } = kubernetes;
      return [...reserved, entry.gateway.namespace].includes(namespace) || namespace.startsWith('kube-')
        ? `expected a namespace of the tenant’s own, got "${namespace}"; others run there`
        : undefined;
    },
  }),
];
