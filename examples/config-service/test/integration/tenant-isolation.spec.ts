import { resolve } from '../../src/domain/resolve';

describe('tenant isolation', () => {
  it('never returns a value of another tenant', () => {
    expect(resolve([])).toBeUndefined();
  });
});
