import { html, render } from 'lit';
import './app-root';
import { Navigation } from './navigation';

/** Shows what a hash asks for, in the frame of every page; resolves once that page has begun. */
export function startPages(hash: string): Promise<void> {
  const navigation = new Navigation();
  const started = navigation.start(hash);
  render(html`<app-root .navigation=${navigation}></app-root>`, document.body);
  return started;
}
