export { emitPlatform, emitTenant } from './emit';
export { PlatformChart } from './platform';
export type { PlatformChartProps } from './platform';
export { provisioningSql } from './provisioning-sql';
export { OpenWebUiChart } from './tenant';
export type { OpenWebUiChartProps } from './tenant';
