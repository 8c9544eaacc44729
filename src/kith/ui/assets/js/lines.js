// Puts the cursor on a line of a box: <a href="#line-12" data-line="12">, for the box of .kith-ink.
// Without script the link leads to the same line in a numbered list below the box.
export function startLines(root) {
  const box = root.querySelector('.kith-ink textarea');
  if (!box) return;
  for (const link of root.querySelectorAll('a[data-line]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      select(box, Number(link.dataset.line));
    });
  }
}

// A browser brings the cursor into sight when the box gets the focus, so the selection is made first.
function select(box, number) {
  const lines = box.value.split('\n');
  const line = Math.min(number, lines.length);
  const begin = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  box.blur();
  box.setSelectionRange(begin, begin);
  box.focus();
  box.setSelectionRange(begin, begin + lines[line - 1].length);
}
