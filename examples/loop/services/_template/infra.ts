import { Service } from '@platform/infra';

export const templateService = () =>
  new Service('_template', {
    directory: 'services/_template',
    health: ['/healthz'],
    scaling: { dev: { min: 1, max: 1 }, staging: { min: 1, max: 2 }, prod: { min: 2, max: 6 } },
  });
