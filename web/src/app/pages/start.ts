import { html, render } from 'lit';
import './app-root';
import { Navigation } from './navigation';

/** Shows what a hash asks for, in the frame of every page. */
export function startPages(hash: string): void {
  const navigation = new Navigation();
  navigation.start(hash);
  render(html`<app-root .navigation=${navigation}></app-root>`, document.body);
}
