import { audit, brandScoping, scopeEnforcement } from '@platform/conformance';

const files = new URL('../../public/', import.meta.url);

audit('status-page', files);
brandScoping('status-page', files);
scopeEnforcement('status-page', files);
