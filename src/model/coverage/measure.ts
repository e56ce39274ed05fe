import type { Target } from '../deployment';

/** The two documents whose measures the package answers, with their titles. */
export const documents = {
  hardening: 'Hardening Open WebUI',
  configuration: 'Security Configuration',
} as const;

/** One of the two documents. */
export type DocumentName = keyof typeof documents;

/** Who does later what nothing does yet: a command, or the work on a target. */
export type Planned =
  | 'owui init'
  | 'owui audit'
  | 'owui report'
  | 'owui import'
  | 'owui diff'
  | 'AWS target'
  | 'Kubernetes target'
  | 'proof by running';

/** A value in a resource that shows what is claimed of it. */
export interface Shown {
  /** Keys with ` > ` between them, for AWS from the resource’s `Properties`; a list is searched. */
  readonly at: string;
  /** What must be there. */
  readonly is: string | number | boolean | Readonly<Record<string, string>>;
}

/** How a measure is met, or why it is not. */
export type MeasureAnswer =
  | { readonly kind: 'setting'; readonly variable: string }
  | { readonly kind: 'rule'; readonly code: string }
  | {
      /** Something that the model asks of targets: `limit:signIn`, or `secret` for all of a kind. */
      readonly kind: 'demand';
      readonly target: Target | 'both';
      readonly demand: string;
    }
  | {
      readonly kind: 'resource';
      readonly target: Target;
      /** Type of the resource in CloudFormation, or kind of the object in Kubernetes. */
      readonly what: string;
      readonly how: string;
      readonly shown?: Shown;
    }
  | {
      /** The pinned release does it by itself: a file of its source distribution, and a word in it that shows it. */
      readonly kind: 'upstream';
      readonly file: string;
      readonly word: string;
      readonly how: string;
    }
  | { readonly kind: 'refusal'; readonly reason: string; readonly wayOut: string }
  | { readonly kind: 'planned'; readonly command: Planned; readonly what: string };

/** One measure of a document, in our own words, with everything that answers it. */
export interface Measure {
  readonly document: DocumentName;
  readonly section: string;
  /** Lines of the document that ask for it. */
  readonly lines: readonly number[];
  readonly measure: string;
  /** Variables that the document names, and those that answer it. */
  readonly names: readonly string[];
  readonly figures: readonly string[];
  readonly answers: readonly MeasureAnswer[];
  /** Where the document is wrong or out of date, and what is done instead. */
  readonly note?: string;
}

/** A measure as it is written down: variables of its settings are not named twice. */
export interface Row extends Omit<Measure, 'document' | 'section' | 'names' | 'figures'> {
  readonly names?: readonly string[];
  readonly figures?: readonly string[];
}

/** The measures of one section of a document. */
export function section(document: DocumentName, name: string, rows: readonly Row[]): readonly Measure[] {
  return rows.map(({ names = [], figures = [], ...row }) => ({
    ...row,
    document,
    section: name,
    names: [
      ...new Set([...names, ...row.answers.flatMap((answer) => (answer.kind === 'setting' ? [answer.variable] : []))]),
    ],
    figures,
  }));
}

/** Settings of the catalogue. */
export function settings(...variables: readonly string[]): MeasureAnswer[] {
  return variables.map((variable) => ({ kind: 'setting', variable }));
}

/** Rules that find a deployment without the measure. */
export function rules(...codes: readonly string[]): MeasureAnswer[] {
  return codes.map((code) => ({ kind: 'rule', code }));
}

/** What the model asks of both targets. */
export function demands(...ids: readonly string[]): MeasureAnswer[] {
  return ids.map((demand) => ({ kind: 'demand', target: 'both', demand }));
}

/** What the model asks of a target, where the other one cannot do it. */
export function demandOf(target: Target, demand: string): MeasureAnswer {
  return { kind: 'demand', target, demand };
}

function resource(target: Target, what: string, how: string, at?: string, is?: Shown['is']): MeasureAnswer {
  const shown = at !== undefined && is !== undefined ? { at, is } : undefined;
  return { kind: 'resource', target, what, how, ...(shown && { shown }) };
}

/** A resource of the AWS target, by its type behind `AWS::`, and optionally a property that shows the claim. */
export const aws = (type: string, how: string, at?: string, is?: Shown['is']): MeasureAnswer =>
  resource('aws', `AWS::${type}`, how, at, is);

/** An object of the Kubernetes target, by its kind, and optionally a field that shows the claim. */
export const kubernetes = (kind: string, how: string, at?: string, is?: Shown['is']): MeasureAnswer =>
  resource('kubernetes', kind, how, at, is);

/** What the pinned release does by itself, shown by a file of its program or by its Dockerfile. */
export function upstream(file: string, word: string, how: string): MeasureAnswer {
  return { kind: 'upstream', file: file === 'Dockerfile' ? file : `backend/open_webui/${file}`, word, how };
}

/** What cannot be done, and the way out. */
export function refusal(reason: string, wayOut: string): MeasureAnswer {
  return { kind: 'refusal', reason, wayOut };
}

/** What a later command or a later state of a target does. */
export function planned(command: Planned, what: string): MeasureAnswer {
  return { kind: 'planned', command, what };
}
