import type { z } from 'zod';
import type { Deployment, Target } from '../deployment';
import type { Part, Value } from '../variables';

/** What the catalogue says of every variable. */
export interface About {
  /** What it does, in a sentence. */
  readonly meaning: string;
  /** Why the hardened value is what it is, or what to weigh where there is none. */
  readonly why: string;
  /** Where that is known from: a seed’s section, a section of the facts, a file of the pinned release. */
  readonly source: string;
  /** Paths of the specification without which it does nothing. */
  readonly needs?: readonly string[];
}

/** How a value becomes text, where that is not plain from its type. */
export interface Writing {
  /** What stands between the members of a list. */
  readonly separator?: string;
  /** Whether a list or mapping is written as JSON. */
  readonly json?: boolean;
  /** Upstream’s words for ours. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Metadata of a leaf of the specification that one variable of Open WebUI is written from. */
export interface Setting extends Omit<About, 'meaning'>, Writing {
  readonly variable: string;
  readonly description: string;
}

/** Keys of {@link Setting} that are no JSON Schema. */
export const settingKeys: readonly (keyof Setting)[] = [
  'variable',
  'why',
  'source',
  'needs',
  'separator',
  'json',
  'words',
];

/** Makes a leaf of the specification the source of one variable. */
export function setting<T extends z.ZodType>(variable: string, schema: T, about: About & Writing): T {
  const { meaning, ...rest } = about;
  return schema.meta({ variable, description: meaning, ...rest });
}

/** A secret that a variable holds. */
export interface SecretOf {
  /** Name of the role. */
  readonly role: string;
  /** `generated` once by the target and then kept, or `supplied` by a person. */
  readonly origin: 'generated' | 'supplied';
  /** What it is for. */
  readonly purpose: string;
  /** What changing it does to users and data. */
  readonly rotation: string;
  /** Characters of a generated value. @default 64 */
  readonly length?: number;
  /** Whether it needs no age: it is used once, or somebody else rotates it. @default false */
  readonly ageless?: boolean;
  /** Whether `prepare` looks at it too, because the application notices a bad one too late. @default false */
  readonly prepare?: boolean;
}

/** A variable whose value is not one leaf’s. `path` is the part of the specification that decides it. */
export type Derived = About & { readonly path: string } & (
    | {
        /** Its value; undefined where it is not set. */
        readonly value: (deployment: Deployment, target: Target) => Part | Value | boolean | number | undefined;
        readonly secret?: undefined;
      }
    | {
        /** The secret that it holds wherever there is something at the path. */
        readonly secret: SecretOf;
        readonly value?: undefined;
      }
  );

/** Derived variables by name. */
export type DerivedVariables = Readonly<Record<string, Derived>>;

/** What to do to change a secret that somebody else gives out. */
export const rotation = {
  byProvider: 'change it at the provider, store it, restart the replicas',
  byServer: 'change it on the server, store it, restart the replicas',
} as const;

/** A section of the hardening guide. */
export const guide = (section: string): string => `seeds/hardening-open-webui.txt, "${section}"`;

/** A section of the security document. */
export const securityDocument = (section: string): string => `seeds/security-configuration.txt, "${section}"`;

/** A section of the facts about the application. */
export const facts = (section: string): string => `facts/open-webui.md §${section}`;

/** A file of the pinned release. */
export const upstream = (file: string): string => `open_webui/${file}`;
