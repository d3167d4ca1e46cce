export * from './profile.service';
export * from './session.service';
