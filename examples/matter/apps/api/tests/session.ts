/** What a caller of a workspace sends to prove who it is. */
export function sessionOf(workspaceId: string): string {
  return `Bearer ${workspaceId}`;
}
