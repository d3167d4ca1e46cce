export function jwks() {
  return { keys: JSON.parse(process.env.SIGNING_KEYS ?? '[]') };
}
