export { emitAssembly } from './emit';
export * from './open-webui-stack';
