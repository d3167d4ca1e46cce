export async function request(method: string, path: string, content?: object) {
  const answer = await fetch(`https://jobs.platform.loop.health${path}`, { method, body: content && JSON.stringify(content) });
  return answer.json();
}
