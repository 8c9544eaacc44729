// A button beside something people copy elsewhere: <span data-copy>. Without script the text is simply selected.
export function startCopying(root) {
  if (!navigator.clipboard) return;
  for (const place of root.querySelectorAll('[data-copy]')) {
    const button = place.querySelector('button');
    button.hidden = false;
    button.addEventListener('click', async () => {
      const done = place.querySelector('[aria-live]');
      try {
        await navigator.clipboard.writeText(place.querySelector('code').textContent);
        done.textContent = 'Copied';
      } catch {
        done.textContent = 'Select the text and copy it yourself';
      }
    });
  }
}
