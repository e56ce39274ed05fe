import { awsAnswers } from '../src/constructs/answers';
import { kubernetesAnswers } from '../src/k8s/answers';
import { answerFor } from '../src/model';
import type { Answers, Question, Target } from '../src/model';
import { coverage, documents } from '../src/model/coverage';
import type { DocumentName, Measure, MeasureAnswer } from '../src/model/coverage';

const titles: Readonly<Record<Target, string>> = { aws: 'AWS', kubernetes: 'Kubernetes' };

const answersOf: Readonly<Record<Target, Answers>> = { aws: awsAnswers, kubernetes: kubernetesAnswers };

const code = (text: string): string => `\`${text}\``;

const codes = (names: readonly string[]): string => names.map(code).join(', ');

/** A cell is one line, and a bar would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Resources that do the same are named together. */
function resources(answers: readonly MeasureAnswer[]): string[] {
  const lines = new Map<string, string[]>();
  for (const answer of answers) {
    if (answer.kind !== 'resource') continue;
    const line = `${titles[answer.target]}: ${answer.how}`;
    lines.set(line, [...(lines.get(line) ?? []), answer.what]);
  }
  return [...lines].map(([line, what]) => `${line} (${codes([...new Set(what)])})`);
}

/** Answers of a kind that fit into one line together. */
function listed(answers: readonly MeasureAnswer[]): string[] {
  const line = (words: string, names: readonly string[]): string[] =>
    names.length > 0 ? [`${words}: ${codes(names)}`] : [];
  const demanded = (target: string): string[] =>
    answers.flatMap((answer) => (answer.kind === 'demand' && answer.target === target ? [answer.demand] : []));
  return [
    ...line(
      'Settings',
      answers.flatMap((answer) => (answer.kind === 'setting' ? [answer.variable] : [])),
    ),
    ...line(
      'Rules',
      answers.flatMap((answer) => (answer.kind === 'rule' ? [answer.code] : [])),
    ),
    ...line('Both targets', demanded('both')),
    ...line('AWS', demanded('aws')),
    ...line('Kubernetes', demanded('kubernetes')),
    ...resources(answers),
  ];
}

function told(answer: MeasureAnswer): string[] {
  switch (answer.kind) {
    case 'setting':
    case 'rule':
    case 'demand':
    case 'resource':
      return [];
    case 'upstream':
      return [`Open WebUI itself: ${answer.how} (${code(answer.file)})`];
    case 'refusal':
      return [`**Limit**: ${answer.reason}. Instead: ${answer.wayOut}`];
    case 'planned':
      return [
        `**Planned**, ${answer.command.startsWith('owui') ? code(answer.command) : answer.command}: ${answer.what}`,
      ];
    default:
      return answer satisfies never;
  }
}

/** The measure with the figures of the document, and with its variables that no setting answers. */
function asked({ measure, names, figures, answers }: Measure): string {
  const settings = answers.flatMap((answer) => (answer.kind === 'setting' ? [answer.variable] : []));
  const others = [
    ...names.filter((name) => !settings.includes(name)).map(code),
    ...figures.filter((figure) => !measure.includes(figure)),
  ];
  return others.length > 0 ? `${measure} (${others.join(', ')})` : measure;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n');
}

function sectionText(name: string, measures: readonly Measure[]): string {
  const rows = measures.map((measure) => [
    asked(measure),
    [...listed(measure.answers), ...measure.answers.flatMap(told)].join('<br>'),
    measure.note ?? '',
  ]);
  return `### ${name}\n\n${table(['Measure', 'How it is met', 'Note'], rows)}`;
}

/** Everything that the model asks of targets and that answers a measure, with what each target says. */
function targetsTable(): string {
  const demands = coverage.flatMap(({ answers }) =>
    answers.flatMap((answer) => (answer.kind === 'demand' ? [answer.demand] : [])),
  );
  // What both targets answer for all of a kind alike is one row.
  const names = demands.map((demand) =>
    Object.values(answersOf).some((answers) => demand in answers) ? demand : (demand.split(':')[0] ?? demand),
  );
  const said = (target: Target, name: string): string => {
    const [question = '', kind = ''] = name.split(':');
    const { status, how } = answerFor(answersOf[target], { question: question as Question, id: kind, kind });
    return status === 'enforced' ? how : `**${status}**: ${how}`;
  };
  const rows = [...new Set(names)].sort().map((name) => [code(name), said('aws', name), said('kubernetes', name)]);
  return table(['Asked', 'AWS', 'Kubernetes'], rows);
}

function documentText(document: DocumentName): string[] {
  const measures = coverage.filter((measure) => measure.document === document);
  const sections = [...new Set(measures.map(({ section }) => section))];
  return [
    `## ${documents[document]}`,
    ...sections.map((name) =>
      sectionText(
        name,
        measures.filter(({ section }) => section === name),
      ),
    ),
  ];
}

const having = (kind: MeasureAnswer['kind']): number =>
  coverage.filter(({ answers }) => answers.some((answer) => answer.kind === kind)).length;

const onlyPlanned = (): number =>
  coverage.filter(({ answers }) => answers.every((answer) => answer.kind === 'planned')).length;

/** Text of docs/coverage.md. */
export function coveragePage(): string {
  return [
    '# Coverage',
    '<!-- Generated by `npm run generate`; change the model instead. -->',
    'Two documents on the security of Open WebUI are the reason for this package: a guide to hardening it, and a description of its security configuration. This page goes through both, section by section, and says of every measure, variable and figure in them what answers it. A test holds the page to the documents and to what is really written for each target.',
    [
      '- **Settings** are variables that the fleet file decides; [settings.md](settings.md) has their values and reasons.',
      '- **Rules** find a deployment that lacks the measure; [rules.md](rules.md) says how to mend or to accept it.',
      '- **Both targets**, **AWS** and **Kubernetes** name what a target does. What is asked of both stands [at the end](#what-the-targets-do).',
      '- **Open WebUI itself** does it, without anything to set; the file is one of the pinned release.',
      '- **Limit** says what cannot be done, and what to do instead.',
      '- **Planned** is not there yet. Nothing marked so protects a deployment today.',
      '- A note says where a document is wrong or out of date, and what is done instead.',
    ].join('\n'),
    `${coverage.length} measures; ${having('refusal')} of them have a limit, ${having('planned')} have a part that is planned, and ${onlyPlanned()} are planned as a whole.`,
    ...(Object.keys(documents) as DocumentName[]).flatMap(documentText),
    '## What the targets do',
    'How each target does what the model asks: **equivalent** by other means, **impossible** with the reason. `limit` stands for `limit:signIn` and the like. Tests hold each answer to what is written.',
    targetsTable(),
    '',
  ].join('\n\n');
}
