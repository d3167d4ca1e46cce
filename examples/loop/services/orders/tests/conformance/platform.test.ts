import { audit, brandScoping, scopeEnforcement } from '@platform/conformance';
import app from '../../src';

audit('orders', app);
brandScoping('orders', app);
scopeEnforcement('orders', app);
