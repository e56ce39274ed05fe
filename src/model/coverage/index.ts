export { coverage } from './coverage';
export { documents } from './measure';
export type { DocumentName, Measure, MeasureAnswer, Planned, Shown } from './measure';
