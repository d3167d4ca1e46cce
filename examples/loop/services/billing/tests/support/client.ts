import { migrated } from '@platform/testing';
import app from '../../src';

export async function client(scopes: string[], seed?: string) {
  const { token } = await migrated('billing', { scopes, brand: 'loopbio', seed });
  return {
    request: (method: string, path: string, body?: object) =>
      app.request(path, { method, headers: { authorization: `Bearer ${token}` }, body: body && JSON.stringify(body) }),
  };
}
