/** A place on a picture is chosen: a radio button for each place, and the place itself. */
const hotspot = {
  ...singleChoice,
  ask: "Choose a place, in the list or on the picture.",
  pencil: "Tick one place.",
  missing: "Choose a place first.",

  controls(item, name) {
    const texts = item.choices.map(({ id, text }, at) => ({ id, text: `${item.picture.spots[at].name}: ${text}` }));
    const { nodes, show, ...rest } = choiceControls({ choices: texts }, name, "radio", { success: "Yes.", retry: "Not this one." });
    const list = make("div", {}, ...nodes);
    const inputs = [...list.querySelectorAll("input")];
    const picture = pictureOf(item, (id) => {
      const input = inputs.find(({ value }) => value === id);
      input.checked = true;
      input.focus({ preventScroll: true }); // the eye stays on the picture
      ring();
    });

    function ring() {
      for (const { value, checked, parentElement } of inputs) {
        picture.spots.get(value).mark({ chosen: checked, outcome: checked ? parentElement.dataset.outcome : "" });
      }
    }

    list.addEventListener("change", ring);
    return {
      ...rest,
      nodes: [besidePicture(picture, list)],
      show(response, earned) { show(response, earned); ring(); },
    };
  },
};
