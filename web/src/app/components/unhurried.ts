// What is below the fold or unseen, and so not in the way of the first picture.
import '../panels';
import '../runs/run-actions';
import './learning-curves';
import './run-narration';
import './settings-panel';
import './task-chooser';
