/** What stands below the first figure. */
import './surrogate-estimates';
import './surrogate-paths';
import './surrogate-rounds';
import './surrogate-visits';
