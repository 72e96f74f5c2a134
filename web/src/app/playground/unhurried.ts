// What is below the fold or unseen, and so not in the way of the first picture.
import './panels';
import '../stage/run-actions';
import '../curves/learning-curves';
import '../stage/run-narration';
