import { audit, brandScoping, scopeEnforcement } from '@platform/conformance';
import app from '../../src';

audit('billing', app);
brandScoping('billing', app);
scopeEnforcement('billing', app);
