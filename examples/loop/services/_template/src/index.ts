import { createApp } from '@platform/service';
import { routes } from './routes';

export default createApp({ name: '_template', schema: '<your_schema>', routes });
