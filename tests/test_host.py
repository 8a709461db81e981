"""The host holds to anywidget's front-end module specification, in a browser, without a kernel."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Watched
from .hosted import host, leave, mounted, noted

pytestmark = pytest.mark.browser

# As widgets are published: one state, one button, one listener.
COUNTER = """
function render({ model, el }) {
  const button = document.createElement("button");
  const show = () => { button.textContent = `count is ${model.get("count")}`; };
  button.addEventListener("click", () => {
    model.set("count", model.get("count") + 1);
    model.save_changes();
  });
  model.on("change:count", show);
  show();
  el.classList.add("counter");
  el.appendChild(button);
}
export default { render };"""

LIVES = """note("loaded");
export default async () => {
  note("made");
  return {
    async initialize({ model, signal, experimental }) {
      note("initialize", model.get("name"), signal.aborted, typeof experimental.invoke);
      await null;
      signal.addEventListener("abort", () => note("end", model.get("name")));
      return () => note("uninitialize", model.get("name"));
    },
    async render({ model, el, signal, host, experimental }) {
      await null;
      note("render", model.get("name"), el.isConnected, signal.aborted, typeof host.getModel,
        typeof experimental.invoke);
      el.append(model.get("name"));
      return async () => note("unrender", model.get("name"), signal.aborted);
    },
  };
};"""


def render(body: str) -> str:
    """A widget that only renders."""
    return f"export default {{ async render({{ model, el, host, experimental }}) {{ {body} }} }};"


def test_a_published_counter_counts(page: Page) -> None:
    host(page, {"counter": COUNTER}, {"a": ("counter", {"count": 7})})
    page.get_by_role("button", name="count is 7").click()
    expect(page.get_by_role("button", name="count is 8")).to_be_visible()
    expect(page.get_by_text("To read.")).to_be_hidden()
    expect(page.locator(".output > .counter")).to_have_count(1)


def test_two_views_of_one_model_see_each_others_changes(page: Page) -> None:
    models = {"a": ("counter", {"count": 0}), "b": ("counter", {"count": 5})}
    host(page, {"counter": COUNTER}, models, ["a", "b", "a"])
    page.get_by_role("button").first.click()
    expect(page.get_by_role("button")).to_have_text(["count is 1", "count is 5", "count is 1"])


def test_one_module_may_hold_several_widgets(page: Page) -> None:
    script = """const said = (text) => ({ render({ el }) { el.append(text); } });
      export const One = said("I am one."), Two = said("I am two.");"""
    host(page, {"both": script}, {"a": ("both#One", {}), "b": ("both#Two", {})})
    expect(page.locator("[data-model=a]").get_by_text("I am one.")).to_be_visible()
    expect(page.locator("[data-model=b]").get_by_text("I am two.")).to_be_visible()


def test_large_traits_are_there_before_anybody_asks(page: Page) -> None:
    script = """export default {
      initialize({ model }) { note("initialize", model.get("size"), model.get("drawing")); },
      async render({ model, host }) {
        note("render", model.get("drawing"));
        if (!model.get("other")) return;
        note("manager", (await model.widget_manager.get_model(model.get("other"))).get("drawing"));
        note("host", (await host.getModel(model.get("other"))).get("drawing"));
      },
    };"""
    models = {"a": ("w", {"size": 1, "other": "IPY_MODEL_b"}), "b": ("w", {"size": 2})}
    scripts = {"w": script, "of-a": 'export default {"drawing":"A"};',
               "of-b": 'export default {"drawing":"B"};'}  # fmt: skip
    host(page, scripts, models, ["a"], rest={"a": "of-a", "b": "of-b"})
    assert noted(page)[:2] == ["initialize 1 A", "render A"]
    assert {"manager B", "host B", "initialize 2 B"} == set(noted(page)[2:])


def test_a_widget_whose_large_traits_do_not_come_keeps_its_fallback(watched: Watched) -> None:
    watched.allowed += ["404", "dynamically imported", "Error"]
    page = watched.open()
    models = {"a": ("counter", {"count": 1}), "b": ("counter", {"count": 2})}
    host(page, {"counter": COUNTER}, models, rest={"a": "missing"})
    expect(page.locator("[data-model=a]").get_by_text("To read.")).to_be_visible()
    expect(page.locator("[data-model=a] .broken")).to_be_visible()
    expect(page.get_by_role("button", name="count is 2")).to_be_visible()


def test_a_widget_lives_in_the_order_the_specification_gives(page: Page) -> None:
    models = {"a": ("lives", {"name": "Ana"}), "b": ("lives", {"name": "Jo"})}
    host(page, {"lives": LIVES}, models, ["a", "b", "a"])
    said = noted(page)
    assert said[0] == "loaded"
    assert (said.count("loaded"), said.count("made")) == (1, 2)  # a file once, a widget once each
    assert said.count("initialize Ana false function") == 1
    assert said.count("render Ana true false function function") == 2
    assert said.index("initialize Ana false function") < said.index(
        "render Ana true false function function"
    )
    leave(page)
    page.wait_for_function("noted.length >= 13")
    ends = noted(page)[len(said) :]
    assert sorted(ends) == sorted(
        ["end Ana", "end Jo", "uninitialize Ana", "uninitialize Jo", "unrender Jo true"]
        + 2 * ["unrender Ana true"]
    )
    assert ends.index("unrender Ana true") < ends.index("uninitialize Ana")
    expect(page.get_by_text("To read.")).to_have_count(3)
    expect(page.get_by_text("To read.").first).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Ana")


def test_what_leaves_no_longer_listens(page: Page) -> None:
    script = render("globalThis.model ??= model; model.on('change:n', () => note('heard'));")
    host(page, {"w": script}, {"a": ("w", {"n": 0})})
    page.evaluate("model.set('n', 1)")
    leave(page)
    page.evaluate("model.set('n', 2)")
    assert noted(page) == ["heard"]


def test_a_clean_up_that_fails_takes_nothing_from_the_others(page: Page) -> None:
    bad = render("return () => { throw new Error('stuck'); };")
    good = render("return () => note('clean');")
    host(page, {"bad": bad, "good": good}, {"a": ("bad", {}), "b": ("good", {})})
    leave(page)
    page.wait_for_function("noted.length === 1")
    expect(page.locator(".output > :not(.fallback)")).to_have_count(0)
    page.evaluate("new Promise((turn) => setTimeout(turn))")  # by now an error would have shown


# -- the model ---------------------------------------------------------------------------------


def test_changes_are_told_in_the_order_and_with_the_values_anywidget_gives(page: Page) -> None:
    script = render("""
      const hear = (name) => (...given) => note(name, given.length, given[0] === model, given[1]);
      model.on("change:a", hear("a"));
      model.on("change", hear("any"));
      model.on("change:b", hear("b"));
      model.on("change:a", () => note("b is", model.get("b")));
      model.set({ a: 1, b: 2 });
      note(model.set("a", 1) === model);
      model.set("list", [1, { x: [2] }]); model.save_changes();""")
    traits = {"a": 0, "b": 0, "list": [1, {"x": [2]}]}
    host(page, {"w": script}, {"m": ("w", traits)})
    told = ["a 2 true 1", "b is 2", "b 2 true 2", "any 1 true undefined"]
    assert noted(page) == [*told, "true"]  # an equal value, or list, is no change


def test_a_change_made_by_a_listener_is_told_before_all_is_over(page: Page) -> None:
    script = render("""
      model.on("change:a", () => model.set("b", model.get("a") * 10));
      model.on("change:b", (_, value) => note("b", value));
      model.on("change:c", () => note("c"));
      model.on("change", () => note("any"));
      model.set({ a: 4, c: 1 }); note("set");""")
    host(page, {"w": script}, {"m": ("w", {"a": 0, "b": 0, "c": 0})})
    assert noted(page) == ["b 40", "c", "any", "set"]


def test_listening_can_be_ended_by_name_by_function_or_at_all(page: Page) -> None:
    script = render("""
      const one = () => note("one"), two = () => note("two");
      const listen = () => {
        model.off();
        model.on("change:a change:b", one);
        model.on("change:a", two);
      };
      const change = (how) => {
        note(how);
        for (const name of ["a", "b"]) model.set(name, model.get(name) + 1);
      };
      listen(); change("all"); model.off("change:a"); change("name");
      listen(); model.off("change:a", one); change("name and function");
      listen(); model.off(null, one); change("function");
      listen(); model.off(); change("none");""")
    host(page, {"w": script}, {"m": ("w", {"a": 0, "b": 0})})
    assert " ".join(noted(page)) == (
        "all one two one name one name and function two one function two none"
    )


def test_ending_to_listen_in_one_view_is_not_ending_it_in_another(page: Page) -> None:
    script = render("""
      model.on("change:a", () => note("heard")); (globalThis.models ??= []).push(model);""")
    host(page, {"w": script}, {"m": ("w", {"a": 0})}, ["m", "m"])
    page.evaluate("models[0].off(); models[0].set('a', 1)")
    assert noted(page) == ["heard"]


def test_a_listener_that_fails_is_reported_and_alone(watched: Watched) -> None:
    watched.allowed = ["error: deaf"]
    page = watched.open()
    script = render("""
      model.on("change:a", () => { throw new Error("deaf"); });
      model.on("change:a", () => note("heard"));
      model.set("a", 1); note("went on");""")
    host(page, {"w": script}, {"m": ("w", {"a": 0})})
    assert noted(page) == ["heard", "went on"]
    assert any("deaf" in problem for problem in watched.problems)


def test_nobody_answers_and_a_widget_learns_it_at_once(page: Page) -> None:
    script = render("""
      model.on("msg:custom", () => note("never"));
      note(model.send({ hello: 1 }), model.save_changes());
      await experimental.invoke("_fit", {}).catch((error) => note(error.message));""")
    host(page, {"w": script}, {"m": ("w", {})})
    assert noted(page) == [
        "undefined undefined",
        'This page has no kernel to answer "_fit".',
    ]


# -- widgets in widgets ------------------------------------------------------------------------

CHILD = """export default {
  initialize({ model }) { note("child"); return { double: () => 2 * model.get("n") }; },
  render({ model, el }) {
    const show = () => { el.textContent = `child ${model.get("n")}`; };
    model.on("change:n", show); show();
  },
};"""


def test_a_widget_reaches_another_through_its_manager(page: Page) -> None:
    parent = render("""
      note(model.get("child"));
      const id = model.get("child").slice("IPY_MODEL_".length);
      const child = await model.widget_manager.get_model(id);
      child.on("change:n", () => note("parent heard", child.get("n")));
      child.set("n", 6);""")
    models = {"p": ("parent", {"child": "IPY_MODEL_c"}), "c": ("child", {"n": 1})}
    host(page, {"parent": parent, "child": CHILD}, models)
    expect(page.get_by_text("child 6")).to_be_visible()
    assert sorted(noted(page)) == ["IPY_MODEL_c", "child", "parent heard 6"]


def test_a_widget_shows_another_in_itself(page: Page) -> None:
    parent = render("""
      const inner = el.appendChild(document.createElement("p"));
      const child = await host.getWidget(model.get("child"));
      await child.render({ el: inner });
      const same = await host.getModel(model.get("child"));
      same.set("n", 3);
      note(child.exports.double());""")
    models = {"p": ("parent", {"child": "anywidget:c"}), "c": ("child", {"n": 1})}
    host(page, {"parent": parent, "child": CHILD}, models, ["p"])
    expect(page.locator("p")).to_have_text("child 3")
    assert noted(page) == ["child", "6"]


# -- what fails, and what stands there meanwhile -----------------------------------------------


@pytest.mark.parametrize(
    "script",
    [
        "export default { render() { throw new Error('broken'); } };",
        "export default { async render() { throw new Error('broken'); } };",
        "export default { initialize() { throw new Error('broken'); }, render() {} };",
        "export default async () => { throw new Error('broken'); };",
        "export const other = 1; /* broken */",
        "this is broken;",
        None,
    ],
)
def test_a_widget_that_fails_keeps_its_fallback_and_says_so(
    watched: Watched, script: str | None
) -> None:
    watched.allowed = ["broken", "default export", "Unexpected", "404", "dynamically imported"]
    page = watched.open()
    scripts = {"counter": COUNTER} | ({"bad": script} if script else {})
    host(page, scripts, {"a": ("bad", {}), "b": ("counter", {"count": 1})})
    failed, other = page.locator(".output").all()
    expect(failed.get_by_text("To read.")).to_be_visible()
    expect(failed.get_by_text("This part could not be made.")).to_be_visible()
    expect(failed.locator("> :not(.fallback, .broken)")).to_have_count(0)
    expect(other.get_by_role("button")).to_be_visible()
    expect(other.locator(".broken")).to_have_count(0)


def test_a_widget_the_page_does_not_have_is_said(watched: Watched) -> None:
    watched.allowed = ["This page has no widget x"]
    page = watched.open()
    host(page, {"counter": COUNTER}, {"b": ("counter", {"count": 1})}, ["x", "b"])
    expect(page.locator(".broken")).to_have_count(1)
    expect(page.get_by_role("button")).to_be_visible()


def test_a_model_with_nothing_to_show_leaves_its_place_as_it_was(page: Page) -> None:
    host(page, {"w": "export default { initialize() {} };"}, {"a": ("w", {})})
    expect(page.get_by_text("To read.")).to_be_visible()
    expect(page.locator(".broken")).to_have_count(0)


def test_a_render_without_a_default_is_taken_as_anywidget_takes_it(page: Page) -> None:
    script = "export function render({ el }) { el.append('old form'); }"
    host(page, {"w": script}, {"a": ("w", {})})
    expect(page.get_by_text("old form")).to_be_visible()


DRAWN = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
SLOW = render("""
  el.append("Here I am."); el.style.height = "900px"; note(el.clientWidth > 300);
  await new Promise((go) => { globalThis.go = go; note("begun"); });""")


def test_what_can_be_read_stays_until_the_widget_has_come(page: Page) -> None:
    host(page, {"w": SLOW}, {"a": ("w", {})}, wait=False)
    page.wait_for_function("noted.length === 2")
    assert noted(page)[0] == "true"  # it can measure itself
    expect(page.get_by_text("To read.")).to_be_visible()
    expect(page.get_by_text("Here I am.")).to_be_hidden()
    page.evaluate("go()")
    mounted(page)
    expect(page.get_by_text("Here I am.")).to_be_visible()
    expect(page.get_by_text("To read.")).to_be_hidden()


def test_a_reader_keeps_the_place_when_a_widget_comes_above(page: Page) -> None:
    place = '<div class="output" data-model="a"><div class="fallback">To read.</div></div>'
    filler = "<p>Some words to read on.</p>" * 40
    host(page, {"w": SLOW}, {"a": ("w", {})}, f"{filler}{place}{filler}<h2>Here</h2>{filler}",
         wait=False)  # fmt: skip
    page.wait_for_function("noted.length === 2")
    page.locator("h2").evaluate("node => node.scrollIntoView()")
    before = page.locator("h2").bounding_box()["y"]
    page.evaluate(DRAWN)
    page.evaluate("go()")
    mounted(page)
    page.evaluate(DRAWN)
    assert page.locator("h2").bounding_box()["y"] == pytest.approx(before, abs=1)


def test_a_page_without_widgets_is_left_alone(page: Page) -> None:
    host(page, {}, {}, "<p>Words alone.</p>")
    expect(page.get_by_text("Words alone.")).to_be_visible()
