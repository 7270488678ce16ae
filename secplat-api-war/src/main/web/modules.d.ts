// Types of modules that bring none along.
declare module '@open-wc/dedupe-mixin' {
  export type Constructor<T> = new (...args: any[]) => T;
  export function dedupeMixin<T>(mixin: T): T;
}
