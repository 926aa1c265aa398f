import { rootFolder } from './root.ts';
import { startService } from './service.ts';

await startService(rootFolder());
