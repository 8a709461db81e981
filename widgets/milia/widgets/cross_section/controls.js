/**
 * What can be chosen, as native controls: `controls.show(state)` sets them, `choose(change)` hears.
 *
 * The parts are radio buttons, not a toolbar: every screen reader says the group's name, which
 * part is chosen and how many there are, and arrows move and choose without a line of ours. One is
 * always chosen ("The whole bump"), so each state has its sentences. Added: Home, End, Escape.
 */
function makeControls(state, choose) {
  const own = `milia-cross-${Math.random().toString(36).slice(2, 9)}`;

  function radios(trait, legend, offered) {
    const inputs = offered.map(({ id }) => make("input", {
      type: "radio", name: `${own}-${trait}`, value: id, onchange: () => choose({ [trait]: id }),
    }));
    const labels = offered.map(({ name }, at) => make("label", {}, inputs[at], make("span", {}, name)));
    const set = make("fieldset", { className: `milia-cross-${trait}` },
      make("legend", {}, legend), make("div", {}, ...labels));
    return { inputs, set };
  }

  const part = radios("part", "Choose a part to see it in all three", state.roles);
  const size = radios("size", "How wide is the milium?", state.sizes);
  const view = radios("view", "How is it drawn?", state.views);
  const site = make("select", { onchange: () => choose({ site: site.value }) },
    ...state.sites.map(({ id, name }) => make("option", { value: id }, name)));
  const companions = make("input", {
    type: "checkbox", onchange: () => choose({ companions: companions.checked }),
  });
  const deep = make("p", { id: `${own}-deep` }, state.notes["too-deep"]);
  const onlyTrue = make("p", { id: `${own}-only` }, state.notes["no-scale"]);
  size.set.append(deep);

  part.set.addEventListener("keydown", (event) => {
    const to = { Home: 0, End: -1, Escape: 0 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const input = part.inputs.at(to);
    input.focus();
    if (!input.checked) input.click();
  });

  const change = make("details", {}, make("summary", {}, "Change the skin, the size or the scale"),
    make("div", { className: "milia-cross-settings" },
      make("label", { className: "milia-cross-site" }, "Where on the face? ", site), size.set, view.set,
      make("div", {}, make("label", {}, companions, make("span", {}, state.notes.companions)), onlyTrue)));

  function show(now, fits) {
    for (const [trait, { inputs }] of Object.entries({ part, size, view })) {
      for (const input of inputs) input.checked = input.value === now[trait];
    }
    for (const input of size.inputs) {
      input.disabled = !fits(input.value);
      if (input.disabled) input.setAttribute("aria-describedby", deep.id);
      else input.removeAttribute("aria-describedby");
    }
    deep.hidden = size.inputs.every((input) => !input.disabled);
    site.value = now.site;
    const isTrue = now.view === "true";
    companions.checked = now.companions && isTrue;
    companions.disabled = !isTrue;
    onlyTrue.hidden = isTrue;
    if (isTrue) companions.removeAttribute("aria-describedby");
    else companions.setAttribute("aria-describedby", onlyTrue.id);
  }

  return { part: part.set, settings: change, show };
}
