import { $missing, loadMissing } from '../kit/loaded';
import { shellStrings as words } from '../text/en/shell';
import { tell } from './notices';

/** Says that parts of the page could not be loaded, and offers to try again. */
export function tellMissingParts(): void {
  const again = { name: words().again, act: loadMissing };
  const reload = { name: words().reload, act: () => location.reload() };
  $missing.listen((missing) => {
    const isStubborn = missing.some(({ tries }) => tries > 1);
    const notice = isStubborn
      ? { text: words().stillMissing, actions: [again, reload] }
      : { text: words().missing, actions: [again] };
    tell('missing', missing.length > 0 ? notice : null);
  });
  addEventListener('online', loadMissing);
}
