export { catalogue } from './catalogue';
export type { Entry } from './catalogue';
