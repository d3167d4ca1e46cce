import { resolve, resolveFor } from '../../src/domain/resolve';

describe('tenant isolation', () => {
  it('never returns a value of another tenant', () => {
    expect(resolve([])).toBeUndefined();
  });

  it('resolves nothing for one tenant among the nodes of another', () => {
    const nodes = [{ tenantId: 'tenant-b', nodeId: 'n-4', depth: 2, value: 'theirs' }];
    expect(resolveFor('tenant-a', nodes)).toBeUndefined();
  });
});
