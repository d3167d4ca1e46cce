import { EVENT_TYPES, sample, validate } from '../../src/domain/events';

describe('event schemas', () => {
  it.each(EVENT_TYPES)('accept %s', (type) => {
    expect(validate(type, sample(type))).toEqual([]);
  });
});
