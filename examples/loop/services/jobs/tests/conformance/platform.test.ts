import { audit, brandScoping, scopeEnforcement } from '@platform/conformance';
import app from '../../src';

audit('jobs', app);
brandScoping('jobs', app);
scopeEnforcement('jobs', app);
