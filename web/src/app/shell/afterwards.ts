import './language-switch';

// What a visit can do without until its first picture is there.
export { keepOffline } from './offline';
