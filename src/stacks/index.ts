export { emitAssembly } from './emit';
export { fleetApp } from './fleet-app';
export { OpenWebUiStack } from './open-webui-stack';
export type { OpenWebUiStackProps } from './open-webui-stack';
