import { audit, brandScoping, scopeEnforcement } from '@platform/conformance';
import app from '../../src';

audit('identity', app);
brandScoping('identity', app);
scopeEnforcement('identity', app);
