/** What stands below the first figure. */
import './surrogate-estimates';
import './surrogate-paths';
import './surrogate-rollouts';
import './surrogate-rounds';
import './surrogate-visits';
