// Plays the story that stands in this page. Where somebody is, is the list of choices they made: it is kept nowhere else.
'use strict';
(function () {
  const story = JSON.parse(document.getElementById('story').textContent);
  const main = document.getElementById('main');
  let made = [];

  function add(to, tag, words, name) {
    const one = document.createElement(tag);
    if (words) one.textContent = words;
    if (name) one.className = name;
    to.append(one);
    return one;
  }

  function press(to, words, then) {
    add(to, 'button', words).addEventListener('click', then);
  }

  function go(choices) {
    made = choices;
    show();
    main.focus();
    window.scrollTo(0, 0);
  }

  // The scenes met so far, each with the words of what was chosen in it.
  function path() {
    let at = 0;
    const met = made.map((chosen) => {
      const scene = story.scenes[at];
      at = scene.ways[chosen][1];
      return { scene, chosen: scene.ways[chosen][0] };
    });
    return { met, now: story.scenes[at] };
  }

  function tell(to, scene) {
    for (const [who, words] of scene.lines) {
      const line = add(to, 'p');
      if (who) add(line, 'b', who + ': ', 'who');
      line.append(words);
    }
  }

  function show() {
    const { met, now } = path();
    main.replaceChildren();
    add(main, 'h1', story.title);
    if (met.length) soFar(met); else cover();
    tell(main, now);
    if (now.ending) ended(met, now); else ask(now);
    const nav = add(main, 'nav');
    nav.setAttribute('aria-label', 'In the story');
    if (made.length) press(nav, 'Take the last choice back', () => go(made.slice(0, -1)));
    if (made.length) press(nav, 'Begin again', () => go([]));
  }

  function cover() {
    add(main, 'p', story.says);
    add(main, 'p', 'About ' + story.minutes + ' minutes. In it are you, ' + story.people.join('; ') + '. All of them are made up.', 'hint');
  }

  function soFar(met) {
    const folded = add(main, 'details');
    add(folded, 'summary', 'The story so far');
    for (const one of met) {
      tell(folded, one.scene);
      add(add(folded, 'p'), 'b', 'You chose: ' + one.chosen);
    }
    add(add(main, 'p'), 'b', 'You chose: ' + met[met.length - 1].chosen);
  }

  function ask(scene) {
    add(main, 'h2', 'What do you do?');
    scene.ways.forEach(([words], index) => press(main, words, () => go([...made, index])));
  }

  function ended(met, now) {
    add(main, 'h2', now.ending);
    add(main, 'p', 'The story ends here. These are the same choices as others lived them.');
    const told = story.trails[made.join('.')];
    story.told.forEach((teller, place) => {
      const part = add(main, 'section');
      add(part, 'h3', teller.title);
      add(part, 'p', teller.says, 'hint');
      for (const line of told[place]) add(part, 'p', teller.lines[line]);
    });
    add(main, 'h2', 'To think about');
    const list = add(main, 'ul');
    for (const asked of new Set([...met.map((one) => one.scene), now].flatMap((scene) => scene.asked))) add(list, 'li', asked);
    for (const says of story.cautions) add(main, 'p', says, 'hint');
    for (const model of story.models) questions(model.name, model.prompts);
  }

  function questions(title, asked) {
    const folded = add(main, 'details');
    add(folded, 'summary', title);
    for (const says of asked) add(folded, 'p', says);
  }

  show();
}());
