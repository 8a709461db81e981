"""What a learner touches: each widget is one stem, `quiz.py`, `quiz.js` and `quiz.css`."""
