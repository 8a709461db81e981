/** How each type of item is asked, one file for each. */
const TYPES = {
  "single-choice": singleChoice,
  "multiple-choice": multipleChoice,
  predict,
  "spot-error": spotError,
  order,
  sort,
  match,
  label,
  hotspot,
  compare,
};
