import type { Deployment } from '../model';

/** Name of every object that a tenant’s namespace holds once. The namespace carries the tenant’s own name. */
export const appName = 'open-webui';

/** Name of the container’s port. */
export const portName = 'http';

/** Sections of the tenant’s ListenerSet. */
export const sections = { https: 'https', http: 'http' } as const;

/** Where the scripts are mounted. */
export const scriptDirectory = '/etc/open-webui/scripts';

/** Labels by which a Deployment finds its pods. A Deployment’s selector can never change. */
export function selectorLabels({ name }: Deployment): Record<string, string> {
  return { 'app.kubernetes.io/name': appName, 'app.kubernetes.io/instance': name };
}

/** Labels of a namespace whose ListenerSets the Gateway of that name and namespace admits. */
export function gatewayLabels(gateway: { readonly name: string; readonly namespace: string }): Record<string, string> {
  return {
    'hardened-open-webui/gateway-name': gateway.name,
    'hardened-open-webui/gateway-namespace': gateway.namespace,
  };
}

/** Keeps an object when a GitOps tool no longer finds it in git: what hangs on it cannot be made again. */
export const keptAnnotations: Record<string, string> = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};
