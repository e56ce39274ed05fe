import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { secrets } from '../model';
import type { Deployment, SecretRole } from '../model';
import { kubernetesOf } from '../model/deployment';
import { appName, keptAnnotations } from './names';

/** Props of {@link Secrets}. */
export interface SecretsProps {
  /** Deployment that reads the secrets. */
  readonly deployment: Deployment;
}

/** Field of a store’s entry that holds the value. Vault and the Kubernetes provider store no bare values. */
const property = 'value';

const kebab = (camel: string): string => camel.replace(/[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/**
 * Secrets by the External Secrets Operator. A generated value is pushed to the store once, and from then on everything is
 * pulled: whatever is deleted and made again in the cluster comes back with the same keys.
 */
export class Secrets extends Construct {
  private readonly deployment: Deployment;

  public constructor(scope: Construct, id: string, props: SecretsProps) {
    super(scope, id);
    this.deployment = props.deployment;
    const roles = secrets(this.deployment, 'kubernetes');
    for (const role of roles.filter(({ origin }) => origin === 'generated')) this.generate(role);
    this.pull(roles);
  }

  private remoteRef({ name }: SecretRole): { readonly key: string; readonly property: string } {
    return { key: `${kubernetesOf(this.deployment).secrets.prefix}/${name}`, property };
  }

  private generate(role: SecretRole): void {
    const metadata = { name: `${appName}-${kebab(role.name)}`, annotations: keptAnnotations };
    new ApiObject(this, `${role.name}Generator`, {
      apiVersion: 'generators.external-secrets.io/v1alpha1',
      kind: 'Password',
      metadata,
      spec: { length: role.length, digits: role.length / 4, symbols: 0, noUpper: false, allowRepeat: true },
    });
    const { key } = this.remoteRef(role);
    new ApiObject(this, `${role.name}Push`, {
      apiVersion: 'external-secrets.io/v1alpha1',
      kind: 'PushSecret',
      metadata,
      spec: {
        updatePolicy: 'IfNotExists',
        deletionPolicy: 'None',
        // Never again: were the entry lost, a later push would put a new key in its place without a word.
        refreshInterval: '0s',
        secretStoreRefs: [kubernetesOf(this.deployment).secrets.store],
        selector: {
          generatorRef: {
            apiVersion: 'generators.external-secrets.io/v1alpha1',
            kind: 'Password',
            name: metadata.name,
          },
        },
        data: [{ match: { secretKey: 'password', remoteRef: { remoteKey: key, property } } }],
      },
    });
  }

  private pull(roles: readonly SecretRole[]): void {
    new ApiObject(this, 'ExternalSecret', {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: appName, annotations: keptAnnotations },
      spec: {
        refreshPolicy: 'Periodic',
        refreshInterval: '1h0m0s',
        secretStoreRef: kubernetesOf(this.deployment).secrets.store,
        target: { name: appName, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
        data: roles.map((role) => ({ secretKey: role.name, remoteRef: this.remoteRef(role) })),
      },
    });
  }
}
