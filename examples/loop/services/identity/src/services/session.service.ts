export class SessionService {
  constructor(private readonly store: { remove(id: string): Promise<void> }) {}

  end(id: string) {
    return this.store.remove(id);
  }
}
