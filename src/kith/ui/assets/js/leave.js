// Leaves a page so that "back" does not show it: <a data-leave href="...">. Without script it is the link that it is.
export function startLeaving(root) {
  for (const link of root.querySelectorAll('a[data-leave]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      root.body.hidden = true;               // at once: the other page may take a moment
      window.location.replace(link.href);
    });
    link.addEventListener('keydown', (event) => {
      if (event.key === ' ') { event.preventDefault(); link.click(); }
    });
  }
}
