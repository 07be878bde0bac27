/** A thread does not inherit its process's way to read TypeScript: this one registers it anew. */
import { register } from 'tsx/esm/api';

register();
export default (await import('./worker.ts')).default;
