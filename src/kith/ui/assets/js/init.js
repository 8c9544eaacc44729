// Starts everything on a page. The only script a page names; a module, so it runs once the page has been read.
import { createAll, initAll } from './govuk-frontend.min.js';
import { ButtonMenu } from './button-menu.js';
import { MultiSelect } from './multi-select.js';
import { SortableTable } from './sortable-table.js';
import { startAsking } from './asking.js';
import { startAutosave } from './autosave.js';
import { startCopying } from './copy.js';
import { startIdleLock } from './idle.js';
import { startLeaving } from './leave.js';
import { startLines } from './lines.js';
import { startPasskeys } from './passkeys.js';
import { startProgress } from './progress.js';
import { startUploads } from './upload.js';

// GOV.UK does this with an inline script, which our content-security policy refuses.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

initAll();
for (const component of [ButtonMenu, MultiSelect, SortableTable]) createAll(component);
startAutosave(document);
startAsking(document);
startUploads(document);
startProgress(document);
startCopying(document);
startLeaving(document);
startLines(document);
startPasskeys(document);
startIdleLock(document.body);
