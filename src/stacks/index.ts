export * from './emit';
export * from './open-webui-stack';
